import type { Reading } from '../article/reading.ts'
import { compareParagraphs } from './compare-paragraphs.ts'
import { paragraphsOf } from './paragraphs-of.ts'

/** One thing that two readings of a page say differently; absence is that one of them does not say it. */
export interface ReadingChange {
  readonly what: 'title' | 'authors' | 'published' | 'language' | 'labels' | 'quality' | 'text'
  readonly before?: string
  readonly after?: string
}

/** What a reader or a topic would notice. */
export function compareReadings(before: Reading, after: Reading): readonly ReadingChange[] {
  const facts = (['title', 'authors', 'published', 'language', 'labels', 'quality'] as const).flatMap((what) =>
    changeOf(what, describe(before, what), describe(after, what)),
  )
  const text = compareParagraphs(paragraphsOf(before), paragraphsOf(after)).flatMap(
    ({ kind, text }): ReadingChange[] => {
      if (kind === 'same') return []
      return [kind === 'added' ? { what: 'text', after: text } : { what: 'text', before: text }]
    },
  )
  return [...facts, ...text]
}

function changeOf(what: ReadingChange['what'], before: string, after: string): readonly ReadingChange[] {
  if (before === after) return []
  return [{ what, ...(before !== '' && { before }), ...(after !== '' && { after }) }]
}

function describe(reading: Reading, what: Exclude<ReadingChange['what'], 'text'>): string {
  switch (what) {
    case 'published':
      return reading.published === undefined
        ? ''
        : `${new Date(reading.published.at).toISOString()} (${reading.published.precision}, ${reading.published.source})`
    case 'quality':
      return reading.quality + (reading.qualityReason === undefined ? '' : ` (${reading.qualityReason})`)
    case 'authors':
    case 'labels':
      return reading[what].join(', ')
    case 'title':
    case 'language':
      return reading[what] ?? ''
  }
}
