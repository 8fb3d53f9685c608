import type { Label, Quality } from '../article/reading.ts'
import type { DigestItem } from './digest.ts'

const LABELS: Readonly<Record<Label, string>> = {
  'generated-with-ai': 'generated with AI',
  sponsored: 'sponsored',
  'live-blog': 'live blog',
  opinion: 'opinion',
  paywalled: 'paywalled',
}

const QUALITIES: Readonly<Record<Quality, readonly string[]>> = {
  full: [],
  partial: ['read in part'],
  'summary-only': ['summary only'],
  failed: ['page not readable'],
}

/** What the reader should know of an article before reading it. */
export function itemChips(item: Pick<DigestItem, 'labels' | 'quality'>): readonly string[] {
  return [...item.labels.map((label) => LABELS[label]), ...QUALITIES[item.quality]]
}
