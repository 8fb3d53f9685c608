import type { Publication } from './publication.ts'

/** What reading a page yields. All offsets are UTF-16 code units into `text`. */
export interface Reading {
  readonly title: string
  readonly outlet?: string
  readonly authors: readonly string[]
  readonly published?: Publication
  /** When the page says it was last changed, later than it was published. */
  readonly updated?: Publication
  /** Dates the page also gives, more than a day from `published`. */
  readonly dateConflicts?: readonly DateConflict[]
  /** ISO 639-1. */
  readonly language?: string
  readonly canonicalUrl?: string
  /** Where another form of the same article stands on the same site (AMP, print), when this page holds too little of it. */
  readonly alternateUrl?: string
  /** Absolute URL of the lead picture. */
  readonly image?: string
  /** The first paragraphs, by offsets into `text`. */
  readonly lead?: Passage
  /** What the kept text links to, in its order; never more than a few dozen. */
  readonly links?: readonly Link[]
  /** The one normalised text: paragraphs and subheadings joined by a blank line. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly passages: readonly Passage[]
  readonly labels: readonly Label[]
  readonly quality: Quality
  /** Why it is not `full`. */
  readonly qualityReason?: string
  /** What was taken out, and why. */
  readonly furniture: readonly Furniture[]
}

export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'quote' | 'list-item'
  readonly start: number
  readonly end: number
}

/** One sentence-like piece of the text: what evidence points at. */
export interface Passage {
  readonly start: number
  readonly end: number
}

export interface Link {
  /** Absolute, http or https. */
  readonly url: string
  readonly text: string
}

/** A date that lost against `published`. */
export interface DateConflict {
  readonly source: Publication['source']
  /** As printed. */
  readonly printed: string
  /** Why it was not taken, for people. */
  readonly why: string
}

export type Label = 'generated-with-ai' | 'sponsored' | 'live-blog' | 'opinion' | 'paywalled'

export type Quality = 'full' | 'partial' | 'summary-only' | 'failed'

export interface Furniture {
  readonly text: string
  readonly why: string
}
