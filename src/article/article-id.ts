import { createHash } from 'node:crypto'

/** The article's id: the first 16 hex digits of the SHA-256 of its canonical URL. */
export function articleId(canonicalUrl: string): string {
  return createHash('sha256').update(canonicalUrl).digest('hex').slice(0, 16)
}
