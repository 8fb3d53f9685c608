import type { Publication } from '../article/publication.ts'
import { publicationDay } from '../article/publication-day.ts'
import type { Block, Reading } from '../article/reading.ts'
import { styled, table } from './terminal.ts'

/** A reading as a person reads it: what is known of the article, then its text by paragraphs. */
export function renderReading(reading: Reading, url: string): string {
  const facts = factsOf(reading, url).filter(([, value]) => value !== '')
  const paragraphs = reading.blocks.map((block) => renderBlock(block, reading.text))
  return [styled('bold', reading.title), table(facts), '', paragraphs.join('\n\n')].join('\n')
}

/** Each block of the page that is no part of the article, and why. */
export function renderFurniture({ furniture }: Reading): string {
  const heading = styled('bold', `Taken out: ${furniture.length} blocks`)
  return [heading, ...furniture.map(({ why, text }) => `${styled('yellow', why)}\n  ${text}`)].join('\n')
}

function factsOf(reading: Reading, url: string): readonly (readonly [string, string])[] {
  return [
    ['url', url],
    ['outlet', reading.outlet ?? ''],
    ['authors', reading.authors.join(', ')],
    ['published', reading.published === undefined ? 'not said' : describeDate(reading.published)],
    ['updated', reading.updated === undefined ? '' : describeDate(reading.updated)],
    ...(reading.dateConflicts ?? []).map(
      ({ source, printed, why }) => ['not the date', `“${printed}” (${source}): ${why}`] as const,
    ),
    ['language', reading.language ?? 'not known'],
    ['quality', reading.quality + (reading.qualityReason === undefined ? '' : `: ${reading.qualityReason}`)],
    ['labels', reading.labels.join(', ')],
    ['canonical', reading.canonicalUrl ?? ''],
    ['another form', reading.alternateUrl ?? ''],
    ['image', reading.image ?? ''],
    ['text', `${reading.blocks.length} blocks, ${reading.passages.length} passages, ${reading.text.length} characters`],
  ]
}

function describeDate(date: Publication): string {
  const zone = date.zone === 'stated' ? 'zone stated' : "the outlet's zone taken"
  const when =
    date.precision === 'day'
      ? publicationDay(date)
      : `${new Date(date.at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return `${when} (${date.precision === 'day' ? 'the day only' : zone}; from ${date.source}: “${date.printed}”)`
}

function renderBlock({ kind, start, end }: Block, text: string): string {
  const words = text.slice(start, end)
  switch (kind) {
    case 'heading':
      return styled('bold', words)
    case 'quote':
      return `  “ ${words}`
    case 'list-item':
      return `  • ${words}`
    case 'paragraph':
      return words
  }
}
