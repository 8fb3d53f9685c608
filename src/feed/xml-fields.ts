import { foldSpace } from './fold-space.ts'
import { readHtml, readText, writtenText } from './read-wording.ts'
import type { XmlElement } from './xml-element.ts'

/** An element's children by name, for asking what a feed or an item says. */
export type XmlFields = ReadonlyMap<string, readonly XmlElement[]>

export function xmlFields(element: XmlElement): XmlFields {
  const fields = new Map<string, XmlElement[]>()
  addFields(fields, element)
  // Media RSS may wrap what belongs to the item itself.
  for (const group of fields.get('media:group') ?? []) addFields(fields, group)
  return fields
}

function addFields(fields: Map<string, XmlElement[]>, element: XmlElement): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const known = fields.get(child.name)
    if (known) known.push(child)
    else fields.set(child.name, [child])
  }
}

export function all(fields: XmlFields, names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = []
  for (const name of names) {
    const elements = fields.get(name)
    if (elements) found.push(...elements)
  }
  return found
}

export function first(fields: XmlFields, name: string): XmlElement | undefined {
  return fields.get(name)?.[0]
}

/** The HTML of the first of these that says anything; names in order of trust. */
export function firstHtml(fields: XmlFields, names: readonly string[]): string | undefined {
  return firstSaid(fields, names, readHtml)
}

/** The same for a title, as text. */
export function firstTitle(fields: XmlFields, names: readonly string[]): string | undefined {
  return firstSaid(fields, names, readText)
}

/** The same for what is plain text in every dialect. */
export function firstText(fields: XmlFields, names: readonly string[]): string | undefined {
  return firstSaid(fields, names, plainText)
}

/** Plain texts, white space folded, empty ones left out. */
export function texts(fields: XmlFields, name: string): string[] {
  return (
    fields
      .get(name)
      ?.map(plainText)
      .filter((text) => text !== '') ?? []
  )
}

function firstSaid(
  fields: XmlFields,
  names: readonly string[],
  read: (element: XmlElement) => string,
): string | undefined {
  for (const name of names) {
    for (const element of fields.get(name) ?? []) {
      const said = read(element)
      if (said !== '') return said
    }
  }
  return undefined
}

function plainText(element: XmlElement): string {
  return foldSpace(writtenText(element))
}
