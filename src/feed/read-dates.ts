import { parseDate } from './parse-date.ts'
import { texts, type XmlFields } from './xml-fields.ts'

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
    for (const text of texts(fields, name).reverse()) {
      const date = parseDate(text, now)
      if (date !== undefined) return date
    }
  }
  return undefined
}
