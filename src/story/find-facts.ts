import { findNames, type PrintedName } from './find-names.ts'
import { findNumbers } from './find-numbers.ts'
import { hashText } from './hash-text.ts'
import { type StoryWord, splitStoryWords } from './split-story-words.ts'
import { stemStoryWord } from './stem-story-word.ts'
import { isStopWord } from './stop-words.ts'
import type { FactTrait, StoryArticle } from './story-article.ts'

/** Of each kind; and words of a statement kept to know it again. */
const MOST_OF_A_KIND = 10
const MOST_NUMBERS = 20
const MOST_KEYS = 12
/** UTF-16 code units shown of a fact. */
const LONGEST_SHOWN = 120
/** Fewer telling words are no statement that could be told from others. */
const LEAST_STATEMENT_WORDS = 4

/** What an article says that could be news of its story: bounded, in the order of the text within each kind. */
export function findFacts(article: StoryArticle, words: readonly StoryWord[]): readonly FactTrait[] {
  const names = findNames(article.text, words)
  return [...statementFacts(article), ...numberFacts(article, words), ...nameFacts(article, words, names)]
}

function statementFacts(article: StoryArticle): readonly FactTrait[] {
  const facts = article.statements.flatMap((statement): FactTrait[] => {
    const keys = tellingWords(splitStoryWords(statement.text), article.language)
    if (statement.field === 'title' || keys.length < LEAST_STATEMENT_WORDS) return []
    return [{ kind: 'statement', words: shown(statement.text), ...passageAt(article, statement.start), keys }]
  })
  return facts.slice(0, MOST_OF_A_KIND)
}

function numberFacts(article: StoryArticle, words: readonly StoryWord[]): readonly FactTrait[] {
  const facts = findNumbers(article.text, words).map(
    ({ value, unit, printed, start }): FactTrait => ({
      kind: 'number',
      words: shown(printed),
      ...passageAt(article, start),
      keys: [numberKey(value), hashText(unit)],
    }),
  )
  return firstOfEach(facts).slice(0, MOST_NUMBERS)
}

/** Names printed more than once: a name in passing is no actor. */
function nameFacts(
  article: StoryArticle,
  words: readonly StoryWord[],
  names: readonly PrintedName[],
): readonly FactTrait[] {
  const counts = new Map<string, number>()
  for (const { folded } of words) counts.set(folded, (counts.get(folded) ?? 0) + 1)
  const facts = names.flatMap(({ kind, words: name }): FactTrait[] => {
    const [first] = name
    const last = name.at(-1)
    if (first === undefined || last === undefined || (counts.get(last.folded) ?? 0) < 2) return []
    const printed = shown(article.text.slice(first.start, last.end))
    const keys = name.map(({ folded }) => hashText(stemStoryWord(folded, article.language)))
    return [{ kind, words: printed, ...passageAt(article, first.start), keys }]
  })
  const each = firstOfEach(facts)
  return (['actor', 'place'] as const).flatMap((kind) =>
    each.filter((fact) => fact.kind === kind).slice(0, MOST_OF_A_KIND),
  )
}

/** The value as an integer: thousandths, folded to 32 bits. */
function numberKey(value: number): number {
  return hashText(`#${Math.round(value * 1_000)}`)
}

function firstOfEach(facts: readonly FactTrait[]): readonly FactTrait[] {
  const first = new Map<string, FactTrait>()
  for (const fact of facts) {
    const key = `${fact.kind} ${fact.keys.join()}`
    if (!first.has(key)) first.set(key, fact)
  }
  return [...first.values()]
}

function tellingWords(words: readonly StoryWord[], language: string | undefined): readonly number[] {
  const telling = words.filter(({ folded }) => folded.length > 2 && !isStopWord(folded))
  return [...new Set(telling.map(({ folded }) => hashText(stemStoryWord(folded, language))))].slice(0, MOST_KEYS)
}

function shown(printed: string): string {
  const plain = printed.replace(/\s+/g, ' ')
  return plain.length <= LONGEST_SHOWN ? plain : `${plain.slice(0, LONGEST_SHOWN - 1).trimEnd()}…`
}

function passageAt({ passages, text }: StoryArticle, offset: number): { readonly start: number; readonly end: number } {
  let low = 0
  let high = passages.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((passages[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const passage = passages[low]
  return passage === undefined ? { start: 0, end: text.length } : { start: passage.start, end: passage.end }
}
