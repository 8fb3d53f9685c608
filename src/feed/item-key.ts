import { createHash } from 'node:crypto'
import { canonicalUrl } from './canonical-url.ts'

/** What can identify an item: all as the feed says it, the link absolute. */
export interface ItemIdentity {
  readonly id?: string | undefined
  readonly link?: string | undefined
  readonly title: string
  readonly content?: string | undefined
}

/**
 * guid or id; else the link; else a hash of title and content. URLs count by their canonical form, so that a feed
 * which moves to https or adds tracking parameters does not list everything anew.
 */
export function itemKey({ id, link, title, content = '' }: ItemIdentity): string {
  const named = id?.trim() || link
  if (named) return canonicalUrl(named)
  return `sha256:${createHash('sha256').update(`${title}\n${content}`).digest('base64url')}`
}
