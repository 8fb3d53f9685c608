/** What a server sent as a page. */
export type PageFormat = 'html' | 'json' | 'xml' | 'text'

/** Looked at to tell; code units. */
const SAMPLE_LENGTH = 2000
const ANY_TAG = /<(?:!doctype|html|head|body|title|meta|div|p|span|a|br|h[1-6]|article|section|table|i|b)\b/i

/** Told by how it begins: a type in the answer's head is often wrong. */
export function detectPageFormat(source: string): PageFormat {
  const start = source.slice(0, SAMPLE_LENGTH).trimStart()
  if (/^[[{]\s*["{[\]}]/.test(start) && /[\]}]\s*$/.test(source.slice(-SAMPLE_LENGTH))) return 'json'
  if (/^(?:<\?xml|<(?:rss|feed|urlset|sitemapindex)\b)/i.test(start) && !/<html\b/i.test(start)) return 'xml'
  return ANY_TAG.test(start) || start.startsWith('<') || start === '' ? 'html' : 'text'
}
