import { decodeHTMLAttribute } from 'entities'
import { httpUrl } from './read-links.ts'
import { scanHtml } from './scan-html.ts'

const feedType =
  /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b|^(?:application|text)\/xml\b|^application\/json\b/i

/** The feeds that a page offers in its head (`<link rel="alternate" type="application/rss+xml">`), in its order. */
export function discoverFeeds(html: string, url: string): string[] {
  const found = new Set<string>()
  let base = url
  let tag = ''
  let attribute = ''
  let attributes = new Map<string, string>()
  const finish = () => {
    if (tag === 'base') base = httpUrl(attributes.get('href') ?? '', url) ?? base
    const feedUrl = tag === 'link' ? feedIn(attributes, base) : undefined
    if (feedUrl !== undefined) found.add(feedUrl)
  }
  scanHtml(html, {
    onopentagname: (start, end) => {
      tag = html.slice(start, end).toLowerCase()
      attributes = new Map()
    },
    onattribname: (start, end) => {
      attribute = html.slice(start, end).toLowerCase()
    },
    onattribdata: (start, end) => {
      attributes.set(attribute, decodeHTMLAttribute(html.slice(start, end)))
    },
    onopentagend: finish,
    onselfclosingtag: finish,
  })
  return [...found]
}

function feedIn(attributes: ReadonlyMap<string, string>, base: string): string | undefined {
  const isAlternate = /(?:^|\s)alternate(?:\s|$)/i.test(attributes.get('rel') ?? '')
  if (!isAlternate || !feedType.test(attributes.get('type')?.trim() ?? '')) return undefined
  return httpUrl(attributes.get('href') ?? '', base)
}
