import { foldExactly, foldWord } from './fold-word.ts'
import type { QueryWord } from './query.ts'
import { splitWords } from './split-words.ts'

/** One sequence of words that counts as a phrase. */
export interface Spelling {
  readonly words: readonly SpelledWord[]
  /** The alias that led there, as written in the book. */
  readonly alias?: string
}

export interface SpelledWord {
  /** Folded; for an exact word only its encoding is. */
  readonly form: string
  readonly how: QueryWord['how']
  readonly gap: QueryWord['gap']
}

/** Spellings of a name, by the first word of each of them. */
export type AliasIndex = ReadonlyMap<string, readonly NameGroup[]>

interface NameGroup {
  readonly forms: readonly string[]
  readonly others: readonly string[]
}

/** Shorter parts do not make one word across a space: `the rapist` is no therapist, `US aid` is not USAID. */
const SHORTEST_PART = 3
const NEVER_A_PART: ReadonlySet<string> = new Set('the and for not der die das und les des'.split(' '))
const MOST_SPELLINGS = 64

export function indexAliases(aliases: Readonly<Record<string, readonly string[]>>): AliasIndex {
  const groups = Object.entries(aliases).flatMap(([name, others]) => {
    const all = [name, ...others]
    return all.map((spelling) => ({
      forms: splitWords(spelling).map(({ form }) => form),
      others: all.filter((other) => other !== spelling),
    }))
  })
  return Map.groupBy(groups, ({ forms }) => forms[0] ?? '')
}

/** The phrase as written, with names in it spelled otherwise, and with two of its words joined (cease-fire: ceasefire). */
export function spellPhrase(words: readonly QueryWord[], aliases: AliasIndex): readonly Spelling[] {
  const spelled = words.map(spellWord)
  return withAliases(spelled, 0, aliases)
    .slice(0, MOST_SPELLINGS)
    .flatMap((spelling) => [spelling, ...joinings(spelling)])
}

/** Whether a word can be half of one that a space cuts in two. */
export function isPart(form: string): boolean {
  return form.length >= SHORTEST_PART && !NEVER_A_PART.has(form)
}

function spellWord({ text, how, gap }: QueryWord): SpelledWord {
  return { form: how === 'exact' ? foldExactly(text) : foldWord(text), how, gap }
}

function withAliases(words: readonly SpelledWord[], from: number, aliases: AliasIndex): readonly Spelling[] {
  const spellings: Spelling[] = from === 0 ? [{ words }] : []
  for (let index = from; index < words.length; index++) {
    for (const { forms, others } of aliases.get(words[index]?.form ?? '') ?? []) {
      if (!standsAt(forms, words, index)) continue
      for (const alias of others) {
        const other = splitWords(alias).map(({ form }): SpelledWord => ({ form, how: 'stem', gap: 'space' }))
        const spelled = [...words.slice(0, index), ...other, ...words.slice(index + forms.length)]
        spellings.push({ words: spelled, alias })
        if (spellings.length >= MOST_SPELLINGS) return spellings
        spellings.push(...withAliases(spelled, index + other.length, aliases).map((each) => ({ alias, ...each })))
      }
    }
  }
  return spellings
}

function standsAt(forms: readonly string[], words: readonly SpelledWord[], at: number): boolean {
  return forms.every((form, index) => words[at + index]?.form === form && words[at + index]?.how === 'stem')
}

function joinings({ words, alias }: Spelling): readonly Spelling[] {
  return words.slice(1).flatMap((right, index) => {
    const left = words[index]
    if (left === undefined || !canJoin(left, right)) return []
    const joined: SpelledWord = { form: left.form + right.form, how: right.how, gap: left.gap }
    return [
      { words: [...words.slice(0, index), joined, ...words.slice(index + 2)], ...(alias !== undefined && { alias }) },
    ]
  })
}

function canJoin(left: SpelledWord, right: SpelledWord): boolean {
  if (left.how !== 'stem' || right.how === 'exact' || right.gap === 'break') return false
  return right.gap === 'hyphen' || (isPart(left.form) && isPart(right.form))
}
