/** A word as the story room compares it, and where it stands. */
export interface StoryWord {
  /** Lower case, without accents of Latin letters and without soft hyphens. */
  readonly folded: string
  readonly printed: string
  readonly start: number
  readonly end: number
}

/** Beyond this a text says nothing more about which event it tells of; words, not letters. */
const MOST_WORDS = 12_000
const LONGEST_WORD = 40

/** Letters and digits with an inner apostrophe or hyphen-free; numbers keep their inner marks: "300,000", "5.0". */
export function splitStoryWords(text: string): readonly StoryWord[] {
  const words: StoryWord[] = []
  for (const found of text.matchAll(/\d+(?:[.,\u00a0\u202f]\d+)*|[\p{L}\p{M}\u00ad]+(?:[’'ʼ]\p{L}+)?/gu)) {
    const [printed] = found
    if (printed.length <= LONGEST_WORD) {
      words.push({ folded: fold(printed), printed, start: found.index, end: found.index + printed.length })
    }
    if (words.length === MOST_WORDS) break
  }
  return words
}

function fold(printed: string): string {
  const lower = printed.toLowerCase()
  if (/^[a-z0-9]+$/.test(lower)) return lower
  return lower
    .replace(/[’'ʼ]s$/, '')
    .replace(/[\u00ad’'ʼ]/g, '')
    .replace(/[\u00e0-\u024f]+/g, (letters) => letters.normalize('NFD').replace(/\p{M}/gu, ''))
}
