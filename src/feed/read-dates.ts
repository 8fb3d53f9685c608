import { parseDate } from './parse-date.ts'
import { writtenText } from './read-wording.ts'
import type { XmlFields } from './xml-fields.ts'

export interface FeedDates {
  /** Epoch ms. */
  readonly publishedAt: number | undefined
  readonly updatedAt: number | undefined
  readonly createdAt: number | undefined
}

const publishedNames = ['pubdate', 'atom:published', 'atom:issued', 'dcterms:issued', 'dc:issued']
const updatedNames = ['atom:updated', 'atom:modified', 'dcterms:modified', 'lastbuilddate', 'dc:date']
const createdNames = ['atom:created', 'dcterms:created']

/** When something was published, changed and made, in whatever vocabulary says so. */
export function readDates(fields: XmlFields, now: number): FeedDates {
  return {
    publishedAt: lastDate(fields, publishedNames, now),
    updatedAt: lastDate(fields, updatedNames, now),
    createdAt: lastDate(fields, createdNames, now),
  }
}

/** By the first of these elements that holds a date; of one that is repeated, the last. */
function lastDate(fields: XmlFields, names: readonly string[], now: number): number | undefined {
  for (const name of names) {
    const elements = fields.get(name)
    for (let last = (elements?.length ?? 0) - 1; last >= 0; last--) {
      const element = elements?.[last]
      const date = element && parseDate(writtenText(element), now)
      if (date !== undefined) return date
    }
  }
  return undefined
}
