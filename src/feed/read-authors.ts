import { foldSpace } from './fold-space.ts'
import { htmlText } from './html-text.ts'
import { writtenText } from './read-wording.ts'
import type { XmlElement } from './xml-element.ts'
import { all, firstText, hasElements, type XmlFields, xmlFields } from './xml-fields.ts'

const names = ['atom:author', 'dc:creator', 'author', 'dc:author', 'itunes:author', 'managingeditor']
const nameNames = ['atom:name', 'name']
const addressNames = ['atom:email', 'email', 'atom:uri', 'uri']

/** Longer is no name. */
const maxLength = 300

/** The names of those who wrote, each once: a name where there is one, else the address. */
export function readAuthors(fields: XmlFields): string[] {
  const elements = all(fields, names)
  if (elements.length === 0) return []
  const authors = new Set(elements.map(authorName))
  authors.delete('')
  return [...authors]
}

function authorName(element: XmlElement): string {
  const person = hasElements(element) ? xmlFields(element) : undefined
  const named = person && (firstText(person, nameNames) ?? firstText(person, addressNames))
  return named ?? nameIn(htmlText(writtenText(element)).slice(0, maxLength))
}

/** RSS wants an address with the name in brackets; people write both in any order. */
function nameIn(written: string): string {
  if (!written.includes('@')) return written
  const [, bracketed] = /^[^()\s]+@[^()\s]+ ?\((.+)\)$/.exec(written) ?? []
  if (bracketed !== undefined) return bracketed.trim()
  const rest = written.replace(/[<(]?(?:mailto:)?[^\s<>()@]+@[^\s<>()@]+[>)]?/g, ' ')
  return foldSpace(rest).replace(/^["'](.*)["']$/, '$1') || written
}
