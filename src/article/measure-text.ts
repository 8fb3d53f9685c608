import type { PageBlock } from './page-block.ts'

/** What is known of a block's text at a glance. */
export interface TextSigns {
  /** See `sizeOf`. */
  readonly size: number
  readonly linkShare: number
  readonly endsSentence: boolean
}

export const TEXT_FEATURES = [
  'length',
  'words',
  'link share',
  'links',
  'ends like a sentence',
  'sentence marks',
  'commas',
  'digits',
  'capital letters',
  'capitalised words',
  'word length',
  'begins in lower case',
  'ends with a colon',
  'quotation marks',
  'signs of menus',
  'questions and exclamations',
  'link all but whole',
  'has a time element',
] as const

const SENTENCE_END = /[.!?…。！？؟।][\s"'”’»“)\]]*$/
/** Scripts written without spaces, or with few. */
const WIDE = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u
const EACH_WIDE = new RegExp(WIDE, 'gu')
/** Longer texts are prose whatever comes after; code units. */
const MAX_LOOKED_AT = 2000

/** How long a text is in letters of an alphabet: one of a script without spaces counts for two and a half. At least 1. */
export function sizeOf(text: string): number {
  if (text.length === 0) return 1
  const wide = WIDE.test(text) ? countOf(text.slice(0, MAX_LOOKED_AT), EACH_WIDE) : 0
  return text.length + (1.5 * wide * text.length) / Math.min(MAX_LOOKED_AT, text.length)
}

export function signsOfText({ text, linkLength }: PageBlock): TextSigns {
  return {
    size: sizeOf(text),
    linkShare: linkLength / Math.max(1, text.length),
    endsSentence: SENTENCE_END.test(text.slice(-20)),
  }
}

/** Long enough to be a paragraph, ended like a sentence, and no link. */
export function readsLikeProse({ size, endsSentence, linkShare }: TextSigns): boolean {
  return endsSentence && size >= 60 && linkShare < 0.8
}

/** What a block's own words look like, whatever the language. Shares are 0 to 1. */
export function measureText(block: PageBlock, { size, linkShare, endsSentence }: TextSigns): readonly number[] {
  const text = block.text.slice(0, MAX_LOOKED_AT)
  const letters = countOf(text, /\p{L}/gu)
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []
  const wide = WIDE.test(text) ? countOf(text, EACH_WIDE) : 0
  const wordCount = Math.max(words.length, Math.round(wide / 2))
  const per100 = 100 / Math.max(20, text.length)
  return [
    Math.log2(size),
    Math.log2(1 + wordCount),
    linkShare,
    Math.min(block.linkCount, 10),
    Number(endsSentence),
    countOf(text, /[.!?…。！？؟।](?=[\s"'”’»)\]]|$)/gu) * per100,
    countOf(text, /[,;،、，]/gu) * per100,
    countOf(text, /\p{N}/gu) / Math.max(1, text.length),
    countOf(text, /\p{Lu}/gu) / Math.max(1, letters),
    countOf(text, /(?<![\p{L}\p{N}\p{M}'’-])\p{Lu}/gu) / Math.max(1, words.length),
    letters / Math.max(1, words.length),
    Number(/^\p{Ll}/u.test(text)),
    Number(/[:：]\s*$/.test(text)),
    Number(/["“”„«»「『]/.test(text)),
    Number(/[|©®›»•→·/►▶+]/.test(text)),
    countOf(text, /[?!？！]/gu),
    Number(linkShare >= 0.8),
    Number(block.datetime !== undefined),
  ]
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
