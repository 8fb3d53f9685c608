import type { StoryWord } from './split-story-words.ts'
import { isStopWord } from './stop-words.ts'

/** A capitalised name in running text. */
export interface PrintedName {
  readonly kind: 'actor' | 'place'
  readonly words: readonly StoryWord[]
}

const PLACE_WORDS = new Set(['in', 'near', 'at', 'dans', 'w', 'we', 'у', 'в', 'під', 'под', 'біля'])
const LONGEST_NAME = 4

/** Words that the article never prints in lower case, and prints capitalised. */
export function capitalisedWords(words: readonly StoryWord[]): ReadonlySet<string> {
  const lower = new Set<string>()
  const upper = new Set<string>()
  for (const { printed, folded } of words) {
    if (/^\p{Ll}/u.test(printed)) lower.add(folded)
    else if (/^\p{Lu}\p{L}/u.test(printed) && !isStopWord(folded)) upper.add(folded)
  }
  return upper.difference(lower)
}

/** Names of two words or more, and single capitalised words after a word of place. In the order of the text. */
export function findNames(text: string, words: readonly StoryWord[]): readonly PrintedName[] {
  const known = capitalisedWords(words)
  const names: PrintedName[] = []
  for (let at = 0; at < words.length; ) {
    const run = nameAt(text, words, { at, known })
    const before = words[at - 1]
    if (run.length > 0 && before !== undefined && PLACE_WORDS.has(before.printed))
      names.push({ kind: 'place', words: run })
    else if (run.length > 1) names.push({ kind: 'actor', words: run })
    at += Math.max(1, run.length)
  }
  return names
}

function nameAt(
  text: string,
  words: readonly StoryWord[],
  { at, known }: { readonly at: number; readonly known: ReadonlySet<string> },
): readonly StoryWord[] {
  let end = at
  while (end < words.length && end - at < LONGEST_NAME) {
    const word = words[end]
    const before = words[end - 1]
    if (word === undefined || !known.has(word.folded)) break
    if (end > at && before !== undefined && !/^[ \u00a0-]$/.test(text.slice(before.end, word.start))) break
    end += 1
  }
  return words.slice(at, end)
}
