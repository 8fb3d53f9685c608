import { foldSpace } from './fold-space.ts'
import { htmlText } from './html-text.ts'
import { writtenText } from './read-wording.ts'
import type { XmlElement } from './xml-element.ts'
import { all, firstText, type XmlFields, xmlFields } from './xml-fields.ts'

const names = ['atom:author', 'dc:creator', 'author', 'dc:author', 'itunes:author', 'managingeditor']

/** Longer is no name. */
const maxLength = 300

/** The names of those who wrote, each once: a name where there is one, else the address. */
export function readAuthors(fields: XmlFields): string[] {
  const authors = all(fields, names).map(authorName)
  return [...new Set(authors)].filter((name) => name !== '')
}

function authorName(element: XmlElement): string {
  const person = xmlFields(element)
  const name = firstText(person, ['atom:name', 'name'])
  const other = firstText(person, ['atom:email', 'email', 'atom:uri', 'uri'])
  return name ?? other ?? nameIn(htmlText(writtenText(element)).slice(0, maxLength))
}

/** RSS wants an address with the name in brackets; people write both in any order. */
function nameIn(written: string): string {
  if (!written.includes('@')) return written
  const [, bracketed] = /^[^()\s]+@[^()\s]+ ?\((.+)\)$/.exec(written) ?? []
  if (bracketed !== undefined) return bracketed.trim()
  const rest = written.replace(/[<(]?(?:mailto:)?[^\s<>()@]+@[^\s<>()@]+[>)]?/g, ' ')
  return foldSpace(rest).replace(/^["'](.*)["']$/, '$1') || written
}
