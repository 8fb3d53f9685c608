import type { Label } from '../article/reading.ts'
import type { Statement } from '../statement/statement.ts'

/** What the grouping into stories asks of an article. */
export interface StoryArticle {
  readonly articleId: string
  readonly title: string
  readonly text: string
  readonly passages: readonly { readonly start: number; readonly end: number }[]
  readonly labels: readonly Label[]
  readonly statements: readonly Statement[]
  /** ISO 639-1. */
  readonly language?: string
  /** Epoch ms; undated articles have none. */
  readonly publishedAt?: number
  /** Epoch ms: when a feed first listed it. */
  readonly firstSeenAt: number
}

/**
 * What the story index keeps of an article, made once and stored with it as JSON: words, shingles, quotes, numbers,
 * places. Bounded in size whatever the article. Words are 32-bit hashes of their folded form.
 */
export interface ArticleTraits {
  readonly articleId: string
  /** Epoch ms: `publishedAt`, else `firstSeenAt`; that too when it was published long before. */
  readonly at: number
  readonly isDated: boolean
  /** A live blog or a page of many events. */
  readonly isRoundUp: boolean
  /** Agencies the text says it is from: "Reuters", "RIA Novosti". */
  readonly agencies: readonly string[]
  /** The most prominent words, and how prominent each is: tenths, ten for each time at the beginning, less further down. */
  readonly words: readonly number[]
  readonly wordCounts: readonly number[]
  /** The capitalised ones among its words, likewise. */
  readonly names: readonly number[]
  readonly nameCounts: readonly number[]
  readonly numbers: readonly number[]
  readonly numberCounts: readonly number[]
  /** Two words that follow each other, likewise. */
  readonly pairs: readonly number[]
  readonly pairCounts: readonly number[]
  /** What its beginning counts, and the weekdays, months and days that it names. */
  readonly counts: readonly CountTrait[]
  /** The smallest hashes of its four-word runs, ascending. */
  readonly shingles: readonly number[]
  readonly shingleCount: number
  readonly quotes: readonly QuoteTrait[]
  /** "the 13th package": word and number, of title and first passages. */
  readonly ordinals: readonly { readonly word: number; readonly value: number }[]
  /** What could be news of a story that goes on. */
  readonly facts: readonly FactTrait[]
}

/** A quotation of six words or more. */
export interface QuoteTrait {
  /** Its beginning as printed, to show why. */
  readonly words: string
  /** Hashes of its six-word runs. */
  readonly runs: readonly number[]
}

/** "23 pirates": hashes of the word and of the number. */
export interface CountTrait {
  readonly unit: number
  readonly value: number
}

export interface FactTrait {
  readonly kind: 'statement' | 'number' | 'actor' | 'place'
  /** As printed: "300,000 troops". */
  readonly words: string
  /** The passage that has it. */
  readonly start: number
  readonly end: number
  /** Of a statement: its telling words. Of a number: the number and the word of its unit. Of a name: its words. */
  readonly keys: readonly number[]
}
