import type { PageLink } from './collect-links.ts'
import type { Link } from './reading.ts'

/** Kept of one article. */
const MAX_LINKS = 40
const MAX_URL_LENGTH = 1000
/** Places of the same words looked at, and the text around each; code units. */
const MAX_TRIES = 100
const NEAR = 60

/** The links that stand in the article's text and lead to other pages, in the text's order, each address once. */
export function findLinks(links: readonly PageLink[], text: string, pageUrl: string): readonly Link[] {
  const found = new Map<string, Link & { readonly at: number }>()
  for (const link of links) {
    const url = otherPage(link.href, pageUrl)
    if (url === undefined || found.has(url)) continue
    const at = placeOf(link, text)
    if (at >= 0) found.set(url, { url, text: link.text, at })
  }
  return [...found.values()]
    .sort((one, other) => one.at - other.at)
    .slice(0, MAX_LINKS)
    .map(({ url, text: said }) => ({ url, text: said }))
}

function otherPage(href: string, pageUrl: string): string | undefined {
  if (!URL.canParse(href, pageUrl)) return undefined
  const url = new URL(href, pageUrl)
  const page = new URL(pageUrl)
  const isSame = url.host === page.host && url.pathname === page.pathname && url.search === page.search
  return isSame || url.pathname === '/' || !/^https?:$/.test(url.protocol) || url.href.length > MAX_URL_LENGTH
    ? undefined
    : url.href
}

/** Between the words beside it; white space around a link is the markup's. */
function placeOf({ text: said, before, after }: PageLink, text: string): number {
  let at = text.indexOf(said)
  for (let tries = 0; at >= 0 && tries < MAX_TRIES; tries += 1) {
    const end = at + said.length
    const isBefore = text
      .slice(Math.max(0, at - NEAR), at)
      .trimEnd()
      .endsWith(before)
    if (
      isBefore &&
      text
        .slice(end, end + NEAR)
        .trimStart()
        .startsWith(after)
    )
      return at
    at = text.indexOf(said, at + 1)
  }
  return -1
}
