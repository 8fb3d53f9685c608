import { createHash } from 'node:crypto'

const LONGEST = 64

/** The id of a feed that declares none: made from its URL alone, so the order of feeds does not matter. */
export function feedId(url: string): string {
  const { hostname, pathname, search } = new URL(url)
  const slug = `${hostname.replace(/^www\./, '')}${pathname}${search}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (slug.length <= LONGEST) return slug
  const hash = createHash('sha256').update(url).digest('hex').slice(0, 8)
  return `${slug.slice(0, LONGEST - 9).replace(/-$/, '')}-${hash}`
}
