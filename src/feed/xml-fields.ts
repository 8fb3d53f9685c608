import type { HtmlBody } from './feed-record.ts'
import { foldSpace } from './fold-space.ts'
import { readHtml, readText, writtenText } from './read-wording.ts'
import type { XmlElement } from './xml-element.ts'

/** An element's children by name, for asking what a feed or an item says. */
export type XmlFields = ReadonlyMap<string, readonly XmlElement[]>

const none: readonly XmlElement[] = []

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

export function hasElements({ children }: XmlElement): boolean {
  return children.some((child) => typeof child !== 'string')
}

export function all(fields: XmlFields, names: readonly string[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = none
  for (const name of names) {
    const elements = fields.get(name)
    if (elements) found = found.length === 0 ? elements : [...found, ...elements]
  }
  return found
}

export function first(fields: XmlFields, name: string): XmlElement | undefined {
  return fields.get(name)?.[0]
}

/** The HTML of the first of these that says anything; names in order of trust. */
export function firstHtml(fields: XmlFields, names: readonly string[]): HtmlBody | undefined {
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
  return fields.get(name)?.flatMap((element) => plainText(element) ?? []) ?? []
}

function firstSaid<Said>(
  fields: XmlFields,
  names: readonly string[],
  read: (element: XmlElement) => Said | undefined,
): Said | undefined {
  for (const name of names) {
    const elements = fields.get(name)
    if (!elements) continue
    for (const element of elements) {
      const said = read(element)
      if (said !== undefined) return said
    }
  }
  return undefined
}

function plainText(element: XmlElement): string | undefined {
  return foldSpace(writtenText(element)) || undefined
}
