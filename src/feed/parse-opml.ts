import { cleanText } from './clean-text.ts'
import { foldSpace } from './fold-space.ts'
import { httpUrl } from './read-links.ts'
import { readXml } from './read-xml.ts'
import type { XmlElement } from './xml-element.ts'

/** A feed as an OPML list names it. */
export interface OpmlFeed {
  readonly url: string
  readonly title: string
  readonly siteUrl?: string
  /** The outlines around it, outermost first. */
  readonly folders: readonly string[]
}

/** Reads the feeds of an OPML list (opml.org), nested outlines and careless XML included; each URL once. */
export function parseOpml(text: string): OpmlFeed[] {
  const found = new Map<string, OpmlFeed>()
  for (const root of readXml(cleanText(text), 'about:blank')) collect(root, [], found)
  return [...found.values()]
}

function collect(element: XmlElement, folders: readonly string[], found: Map<string, OpmlFeed>): void {
  const feed = feedOf(element, folders)
  if (feed && !found.has(feed.url)) found.set(feed.url, feed)
  const title = titleOf(element)
  const inner = element.name === 'outline' && !feed && title !== '' ? [...folders, title] : folders
  for (const child of element.children) {
    if (typeof child !== 'string') collect(child, inner, found)
  }
}

function feedOf(element: XmlElement, folders: readonly string[]): OpmlFeed | undefined {
  if (element.name !== 'outline') return undefined
  const url = httpUrl(element.attributes.get('xmlurl') ?? '', 'about:blank')
  if (url === undefined) return undefined
  const siteUrl = httpUrl(element.attributes.get('htmlurl') ?? '', url)
  return { url, title: titleOf(element) || url, folders, ...(siteUrl !== undefined && { siteUrl }) }
}

function titleOf({ attributes }: XmlElement): string {
  return foldSpace(attributes.get('title') || attributes.get('text') || '')
}
