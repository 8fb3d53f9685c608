import { decodeHTMLAttribute } from 'entities'
import { httpUrl } from './read-links.ts'
import { scanMarkup } from './scan-markup.ts'

const feedType =
  /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b|^(?:application|text)\/xml\b|^application\/json\b/i

/** The feeds that a page offers in its head (`<link rel="alternate" type="application/rss+xml">`), in its order. */
export function discoverFeeds(html: string, url: string): string[] {
  const found = new Set<string>()
  let base = url
  let tag = ''
  let attributes = new Map<string, string>()
  const finish = () => {
    if (tag === 'base') base = httpUrl(attributes.get('href') ?? '', url) ?? base
    const feedUrl = tag === 'link' ? feedIn(attributes, base) : undefined
    if (feedUrl !== undefined) found.add(feedUrl)
  }
  scanMarkup(html, 'html', {
    open: (start, end) => {
      tag = html.slice(start, end).toLowerCase()
      attributes = new Map()
    },
    attribute: (start, end, valueStart, valueEnd) => {
      const name = html.slice(start, end).toLowerCase()
      attributes.set(name, decodeHTMLAttribute(html.slice(valueStart, valueEnd)))
    },
    opened: finish,
  })
  return [...found]
}

function feedIn(attributes: ReadonlyMap<string, string>, base: string): string | undefined {
  const isAlternate = /(?:^|\s)alternate(?:\s|$)/i.test(attributes.get('rel') ?? '')
  if (!isAlternate || !feedType.test(attributes.get('type')?.trim() ?? '')) return undefined
  return httpUrl(attributes.get('href') ?? '', base)
}
