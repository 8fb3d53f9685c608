import type { Publication } from './publication.ts'

/** What reading a page yields. All offsets are UTF-16 code units into `text`. */
export interface Reading {
  readonly title: string
  readonly outlet?: string
  readonly authors: readonly string[]
  readonly published?: Publication
  /** ISO 639-1. */
  readonly language?: string
  readonly canonicalUrl?: string
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

export type Label = 'generated-with-ai' | 'sponsored' | 'live-blog' | 'opinion' | 'paywalled'

export type Quality = 'full' | 'partial' | 'summary-only' | 'failed'

export interface Furniture {
  readonly text: string
  readonly why: string
}
