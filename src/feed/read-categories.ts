import { foldSpace } from './fold-space.ts'
import { htmlText } from './html-text.ts'
import { writtenText } from './read-wording.ts'
import type { XmlElement } from './xml-element.ts'
import { all, hasElements, type XmlFields, xmlFields } from './xml-fields.ts'

const nestedNames = ['itunes:category']
const names = ['category', 'atom:category', 'dc:subject', 'itunes:category', 'media:category']

/** What a feed or an item is filed under, each once. */
export function readCategories(fields: XmlFields): string[] {
  const elements = all(fields, names)
  if (elements.length === 0) return []
  const found = new Set<string>()
  for (const element of elements) addCategories(found, element)
  found.delete('')
  return [...found]
}

/** RSS writes text, Atom `term`, iTunes `text` with further ones nested. */
function addCategories(found: Set<string>, element: XmlElement): void {
  const { attributes } = element
  const own = attributes.get('term') ?? attributes.get('text')
  found.add(own === undefined ? htmlText(writtenText(element)) : foldSpace(own))
  if (!hasElements(element)) return
  for (const nested of all(xmlFields(element), nestedNames)) addCategories(found, nested)
}
