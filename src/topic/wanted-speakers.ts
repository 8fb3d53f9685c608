import type { PeopleBook, Person } from '../person/person.ts'
import { indexPeople, type PersonIndex } from '../person/person-index.ts'
import { personWord } from './compile-leaf.ts'
import { foldLetters } from './fold-letters.ts'
import { fieldOf, type LeafStore, leafAt } from './leaf-store.ts'
import type { Lexicon } from './lexicon.ts'
import type { MatchedText } from './matched-text.ts'

/** Signs of the speakers that topics ask for: without one of them in its body, no text has such a speaker. */
export interface WantedSpeakers {
  /** Undefined when what topics ask for has no signs. */
  readonly signs: RegExp | undefined
}

interface SpeakerLeaves {
  readonly leaves: LeafStore
  readonly lexicon: Lexicon
  readonly book: PeopleBook
}

/** The words of one way to satisfy a leaf. */
interface AskedWords {
  readonly words: readonly { readonly form: string; readonly isPrefix: boolean }[]
  readonly slop: number
}

/** To look for more costs about as much as to find out who speaks. */
const MOST_SIGNS = 1_000
/** With what may stand between two words of a name: the s of a possessive. */
const WORD_GAP = 's?'
const ANYTHING = '(?:)'
const NOTHING = '(?!)'

/**
 * To find out who said what is dear, and most texts name nobody whom topics ask for. A speaker is written as the text
 * prints it, or is a person of the book under the name there: because the text prints the last word of one of the person's
 * names, or the name of an office that the person holds at some time. So no speaker is missed that could satisfy a leaf.
 */
export function wantedSpeakers({ leaves, lexicon, book }: SpeakerLeaves): WantedSpeakers {
  const asked = Array.from({ length: leaves.count }, (_, leaf) => leaf).filter(
    (leaf) => fieldOf(leaves, leaf) === 'speaker',
  )
  if (asked.some((leaf) => leaves.regexes.has(leaf))) return { signs: undefined }
  const phrases = askedWords(leaves, lexicon, asked)
  const peopleByWord = new Map(book.people.map((person) => [personWord(person.id), person]))
  const personOf = ({ words }: AskedWords) => peopleByWord.get(words[0]?.form ?? '')
  const printed = [...new Set(phrases.filter((phrase) => personOf(phrase) === undefined).map(signOfWords))]
  if (printed.length > MOST_SIGNS) return { signs: undefined }
  const isPrinted = anyOf(printed)
  const people = new Set([
    ...phrases.flatMap((phrase) => personOf(phrase) ?? []),
    ...book.people.filter(({ name }) => isPrinted.test(foldLetters(name))),
  ])
  const index = indexPeople(book)
  const signs = new Set([...printed, ...[...people].flatMap((person) => signsOfPerson(index, person))])
  return { signs: anyOf([...signs]) }
}

/** Whether somebody may speak in a text whom topics ask for. Entities hide letters. */
export function mayBeHeard({ signs }: WantedSpeakers, { body }: MatchedText): boolean {
  return signs === undefined || body.includes('&') || signs.test(foldLetters(body))
}

function askedWords(leaves: LeafStore, lexicon: Lexicon, asked: readonly number[]): readonly AskedWords[] {
  const exacts = new Map([...lexicon.exacts].map(([form, term]) => [term, form]))
  return asked.flatMap((number) => {
    const leaf = leafAt(leaves, number)
    if (leaf.kind === 'regex') return []
    return leaf.variants.map(({ terms }) => ({
      slop: leaf.slop,
      words: terms.map((term) => {
        const form = exacts.get(term) ?? lexicon.forms[term] ?? ''
        return { form, isPrefix: lexicon.prefixes.get(form) === term }
      }),
    }))
  })
}

/** The letters of all words, of those up to one that may go on, or of one where others may stand between. */
function signOfWords({ words, slop }: AskedWords): string {
  const open = words.findIndex(({ isPrefix }) => isPrefix)
  const sure = slop > 0 ? words.slice(0, 1) : open < 0 ? words : words.slice(0, open + 1)
  return sure.map(({ form }) => foldLetters(form)).join(WORD_GAP)
}

function signsOfPerson({ names, roles }: PersonIndex, { id, held }: Person): readonly string[] {
  const lastWords = [...names].filter(([, named]) => named.some(({ person }) => person.id === id))
  const offices = [...roles].filter(([, roleId]) => held.some(({ role }) => role === roleId))
  return [...lastWords, ...offices].map(([words]) => foldLetters(words))
}

/** Signs that are found wherever another is are left out. */
function anyOf(signs: readonly string[]): RegExp {
  const chosen: RegExp[] = []
  for (const sign of signs.toSorted(byLetters)) {
    const longest = sign.replaceAll(WORD_GAP, 's')
    const isNew = !chosen.some((each) => each.test(longest) && each.test(lettersOf(sign)))
    if (isNew) chosen.push(new RegExp(sign || ANYTHING))
  }
  return new RegExp(chosen.map(({ source }) => source).join('|') || NOTHING)
}

/** Short ones first; of one spelled in one word and in two, the latter. */
function byLetters(left: string, right: string): number {
  return lettersOf(left).length - lettersOf(right).length || right.length - left.length
}

function lettersOf(sign: string): string {
  return sign.replaceAll(WORD_GAP, '')
}
