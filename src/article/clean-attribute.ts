/** What Readability, the metadata and the judging of blocks look at. */
const KEPT = new Set([
  'alt',
  'aria-hidden',
  'aria-label',
  'charset',
  'class',
  'content',
  'datetime',
  'dir',
  'hidden',
  'href',
  'http-equiv',
  'id',
  'itemprop',
  'itemtype',
  'lang',
  'name',
  'property',
  'rel',
  'role',
  'shadowrootmode',
  'src',
  'title',
  'type',
  'data-testid',
  'data-component',
  'pubdate',
  'itemscope',
])
/** Longer values are data, not names; UTF-16 code units. */
const MAX_LENGTH = 2000
const INVISIBLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** The attribute as it is written again, with a space before it; undefined when nobody reads it. */
export function cleanAttribute(name: string, value: string): string | undefined {
  if (name === 'style') return INVISIBLE.test(value.slice(0, MAX_LENGTH)) ? ' hidden=""' : undefined
  if (!KEPT.has(name) || value.length > MAX_LENGTH || value.startsWith('data:')) return undefined
  return ` ${name}="${value.replaceAll('"', '&quot;')}"`
}
