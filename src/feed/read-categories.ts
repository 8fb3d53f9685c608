import { foldSpace } from './fold-space.ts'
import { htmlText } from './html-text.ts'
import { writtenText } from './read-wording.ts'
import type { XmlElement } from './xml-element.ts'
import { all, type XmlFields, xmlFields } from './xml-fields.ts'

const names = ['category', 'atom:category', 'dc:subject', 'itunes:category', 'media:category']

/** What a feed or an item is filed under, each once. */
export function readCategories(fields: XmlFields): string[] {
  const found = all(fields, names).flatMap(categoriesIn)
  return [...new Set(found)].filter((category) => category !== '')
}

/** RSS writes text, Atom `term`, iTunes `text` with further ones nested. */
function categoriesIn(element: XmlElement): string[] {
  const { attributes } = element
  const own = attributes.get('term') ?? attributes.get('text') ?? htmlText(writtenText(element))
  const nested = all(xmlFields(element), ['itunes:category']).flatMap(categoriesIn)
  return [foldSpace(own), ...nested]
}
