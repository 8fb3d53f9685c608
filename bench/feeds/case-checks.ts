import { JSDOM } from 'jsdom'

/** What a reader found, by the names that the cases use; HTML or text as it has it. */
export type Found = Readonly<Record<string, unknown>>

export interface Reading {
  readonly feed: Found
  readonly items: readonly Found[]
}

export interface Check {
  /** `feed`, or an item's number. */
  readonly at: 'feed' | number
  readonly field: string
  readonly kind: 'text' | 'title' | 'url' | 'html' | 'date' | 'number'
  readonly expected: unknown
}

const { document } = new JSDOM('').window

/** Whether a reading holds what a check of the corpus expects; the corpus's README says what counts as equal. */
export function holds(check: Check, reading: Reading | undefined): boolean {
  const place = check.at === 'feed' ? reading?.feed : reading?.items[check.at]
  if (!place) return false
  return check.field.split('|').some((field) => valuesAt(place, field).some((value) => isEqual(check, value)))
}

/** `enclosures.url` means that of any enclosure. */
function valuesAt(place: Found, path: string): unknown[] {
  let values: unknown[] = [place]
  for (const name of path.split('.')) {
    values = values.flatMap((value) => (value && typeof value === 'object' ? Reflect.get(value, name) : []))
  }
  return values.length > 0 ? values : [undefined]
}

function isEqual({ kind, expected }: Check, value: unknown): boolean {
  if (kind === 'date') return Array.isArray(expected) && value === dateOf(expected)
  const [want, got] = [String(expected ?? ''), String(value ?? '')]
  switch (kind) {
    case 'title':
      return fold(want) === fold(got) || rendered(want) === fold(got) || rendered(want) === rendered(got)
    case 'html':
      return canonical(want) === canonical(got) || (!/[<&]/.test(want) && fold(want) === rendered(got))
    default:
      return fold(want) === fold(got)
  }
}

function dateOf([year, month, day, hour, minute, second]: readonly number[]): number {
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function rendered(html: string): string {
  return fold(fragment(html).textContent ?? '')
}

/** Without a wrapping div, namespaces, and differences of white space and attribute order. */
function canonical(html: string): string {
  const body = fragment(html)
  for (const element of body.querySelectorAll('*')) {
    const attributes = [...element.attributes].filter(({ name }) => !name.startsWith('xmlns'))
    for (const { name } of [...element.attributes]) element.removeAttribute(name)
    for (const { name, value } of attributes.sort((a, b) => a.name.localeCompare(b.name)))
      element.setAttribute(name, value)
  }
  const [only] = body.children
  const isWrapped =
    body.children.length === 1 && only?.tagName === 'DIV' && fold(only.textContent) === fold(body.textContent)
  return fold(isWrapped ? only.innerHTML : body.innerHTML)
}

function fragment(html: string): HTMLElement {
  const body = document.createElement('div')
  body.innerHTML = html
  return body
}
