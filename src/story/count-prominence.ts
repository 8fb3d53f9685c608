import { capitalisedWords } from './find-names.ts'
import { hashText } from './hash-text.ts'
import type { StoryWord } from './split-story-words.ts'
import { stemStoryWord } from './stem-story-word.ts'
import { isStopWord } from './stop-words.ts'
import type { ArticleTraits } from './story-article.ts'

export type Prominence = Pick<
  ArticleTraits,
  'words' | 'wordCounts' | 'names' | 'nameCounts' | 'numbers' | 'numberCounts' | 'pairs' | 'pairCounts'
>

const MOST_WORDS = 200
const MOST_NAMES = 80
const MOST_NUMBERS = 30
const MOST_PAIRS = 30
/** Tenths: what a word counts at the beginning, and least of all. */
const FIRST = 10
const LEAST = 2
/** Words after which one counts a tenth less: an article begins with its event, and goes on with what was before. */
const STEP_WORDS = 15

/** How prominent its words, names and numbers are in an article. @param words of its title and text, in order */
export function countProminence(words: readonly StoryWord[], language: string | undefined): Prominence {
  const kept = mostProminent(countOf(words, { language, isAsked: isWord }), MOST_WORDS)
  const capitalised = capitalisedWords(words)
  const isName = (word: string): boolean => capitalised.has(word) && isWord(word)
  const names = mostProminent(countOf(words, { language, isAsked: isName }), MOST_NAMES)
  const numbers = mostProminent(countOf(words, { language: undefined, isAsked: isNumber }), MOST_NUMBERS)
  const pairs = mostProminent(countPairs(words, language), MOST_PAIRS)
  return {
    words: kept.keys,
    wordCounts: kept.counts,
    names: names.keys,
    nameCounts: names.counts,
    numbers: numbers.keys,
    numberCounts: numbers.counts,
    pairs: pairs.keys,
    pairCounts: pairs.counts,
  }
}

function isWord(folded: string): boolean {
  return folded.length > 1 && !/^\d/.test(folded) && !isStopWord(folded)
}

function isNumber(folded: string): boolean {
  return folded.length > 1 && /^\d/.test(folded)
}

interface Asked {
  readonly language: string | undefined
  readonly isAsked: (folded: string) => boolean
}

/** Tenths by stem. */
function countOf(words: readonly StoryWord[], { language, isAsked }: Asked): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  words.forEach(({ folded }, at) => {
    if (!isAsked(folded)) return
    const stem = stemStoryWord(folded, language)
    counts.set(stem, (counts.get(stem) ?? 0) + tenthsAt(at))
  })
  return counts
}

/** Tenths by the stems of two words, neither of which is a small one. */
function countPairs(words: readonly StoryWord[], language: string | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  let before: string | undefined
  words.forEach(({ folded }, at) => {
    const stem = isWord(folded) ? stemStoryWord(folded, language) : undefined
    if (stem !== undefined && before !== undefined) {
      const pair = `${before} ${stem}`
      counts.set(pair, (counts.get(pair) ?? 0) + tenthsAt(at - 1))
    }
    before = stem
  })
  return counts
}

function tenthsAt(at: number): number {
  return Math.max(LEAST, FIRST - Math.floor(at / STEP_WORDS))
}

function mostProminent(
  counts: ReadonlyMap<string, number>,
  most: number,
): { readonly keys: readonly number[]; readonly counts: readonly number[] } {
  const kept = [...counts].sort(([, left], [, right]) => right - left).slice(0, most)
  return { keys: kept.map(([word]) => hashText(word)), counts: kept.map(([, tenths]) => tenths) }
}
