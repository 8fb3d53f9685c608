import { foldWord } from './fold-word.ts'

/** A word of a text. Offsets are UTF-16 code units into the text as it is. */
export interface Word {
  readonly form: string
  readonly start: number
  readonly end: number
  /** What stands between it and the word before it. */
  readonly gap: Gap
}

/** `hyphen`: one compound; `space`: one phrase may go on (quote marks and brackets are seen through); `break`: it may not. */
export type Gap = 'hyphen' | 'space' | 'break'

/**
 * U.S. | a word, with apostrophes between Cyrillic letters (здоров'я) and a final 's. Soft hyphens and zero-width
 * characters are inside of words. Every repetition takes at least one character that nothing after it can take.
 */
const WORD =
  /\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])\.?|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]*(?:(?<=\p{Script=Cyrillic})['’]\p{Script=Cyrillic}[\p{L}\p{M}\p{N}\u00ad]*)*(?:['’][sS](?![\p{L}\p{M}\p{N}]))?/gu

const SPACE = /[\p{White_Space}\u200b\u2060\ufeff]/u
const HYPHENS = '-‐‑‒–—−'
const SEEN_THROUGH = '"\'‘’‚‛“”„‟«»‹›`´ʼ()[]{}'
/** A blank line ends a paragraph. */
const MOST_LINE_BREAKS = 1

/** The words of a text in order, in one pass. */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = []
  let previousEnd = 0
  for (const match of text.matchAll(WORD)) {
    const form = foldWord(match[0])
    if (form === '') continue
    const end = match.index + match[0].length
    words.push({ form, start: match.index, end, gap: judgeGap(text.slice(previousEnd, match.index)) })
    previousEnd = end
  }
  return words
}

function judgeGap(between: string): Gap {
  if (between === ' ') return 'space'
  if (between.length <= 1) return between === '' || isJoining(between) ? 'hyphen' : 'space'
  let lineBreakCount = 0
  let hasSpace = false
  let hasHyphen = false
  for (const character of between) {
    if (character === '\n') lineBreakCount++
    if (SPACE.test(character)) hasSpace = true
    else if (HYPHENS.includes(character)) hasHyphen = true
    else if (!SEEN_THROUGH.includes(character)) return 'break'
  }
  // A hyphen with a space beside it is a dash.
  return lineBreakCount > MOST_LINE_BREAKS || (hasHyphen && hasSpace) ? 'break' : 'space'
}

function isJoining(character: string): boolean {
  return HYPHENS.includes(character) || character === "'" || character === '’'
}
