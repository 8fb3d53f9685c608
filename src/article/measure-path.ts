import type { PageBlock } from './page-block.ts'

const HOLDERS = [
  'article',
  'main',
  'aside',
  'nav',
  'footer',
  'header',
  'section',
  'form',
  'figure',
  'table',
  'a',
] as const
const INLINE = new Set([
  'a',
  'b',
  'strong',
  'em',
  'i',
  'span',
  'time',
  'small',
  'u',
  'font',
  'label',
  'cite',
  'code',
  'mark',
  'sub',
  'sup',
  'q',
  's',
])

export const PATH_FEATURES = [
  ...HOLDERS.map((name) => `inside ${name}`),
  'heading',
  'list item',
  'quote',
  'caption',
  'table row',
  'heading level',
  'depth',
  'own element',
  'bold',
  'lists around it',
  'emphasised',
]

/** Which elements a block stands in. */
export function measurePath(block: PageBlock): readonly number[] {
  const { path, kind } = block
  const own = ownElement(path)
  const inline = path.slice(path.lastIndexOf(own) + 1)
  return [
    ...HOLDERS.map((name) => Number(path.includes(name))),
    Number(kind === 'heading'),
    Number(kind === 'list-item'),
    Number(kind === 'quote'),
    Number(kind === 'caption'),
    Number(kind === 'table-row'),
    block.level ?? 0,
    Math.min(path.length, 40),
    OWN.indexOf(own),
    Number(inline.some((name) => name === 'b' || name === 'strong')),
    path.filter((name) => name === 'ul' || name === 'ol').length,
    Number(inline.some((name) => name === 'em' || name === 'i')),
  ]
}

const OWN = ['div', 'td', 'li', 'section', 'article', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p']

/** The nearest element that is not merely a stretch of a line. */
function ownElement(path: readonly string[]): string {
  return path.findLast((name) => !INLINE.has(name)) ?? 'body'
}

/** Where an own element stands in the path; what is further in is inline. */
export function ownDepth(path: readonly string[]): number {
  return path.findLastIndex((name) => !INLINE.has(name))
}
