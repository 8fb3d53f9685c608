import { decodeHTMLAttribute, escapeAttribute } from 'entities'
import { absoluteUrl } from './absolute-url.ts'
import type { HtmlBody } from './feed-record.ts'
import { isLinkAttribute } from './is-link-attribute.ts'
import { scanMarkup } from './scan-markup.ts'

/** An HTML fragment with its relative links resolved; all else stays as written. Linear in the input. */
export function absoluteLinks({ html, base }: HtmlBody): string {
  if (!mayHoldRelative(html)) return html
  const root = rootOf(base)
  const parts: string[] = []
  let copied = 0
  scanMarkup(html, 'html', {
    attribute: (start, end, valueStart, valueEnd) => {
      if (valueStart === valueEnd || html.startsWith('http', valueStart)) return
      if (!isLinkAttribute(html.slice(start, end).toLowerCase())) return
      const isFromRoot = html.startsWith('/', valueStart) && !ambiguous.test(html.charAt(valueStart + 1))
      const resolved = isFromRoot ? root : resolvedLink(html.slice(valueStart, valueEnd), base)
      if (resolved === undefined) return
      parts.push(html.slice(copied, valueStart), resolved)
      copied = isFromRoot ? valueStart : valueEnd
    },
  })
  return copied === 0 ? html : parts.join('') + html.slice(copied)
}

/** After these a slash does not begin a path from the root, which needs the root before it and nothing else. */
const ambiguous = /[/\\\s]|^$/

function resolvedLink(written: string, base: string): string | undefined {
  const resolved = absoluteUrl(decodeHTMLAttribute(written), base)
  return resolved === undefined ? undefined : escapeAttribute(resolved)
}

function rootOf(base: string): string {
  const parsed = URL.parse(base)
  return parsed?.protocol.startsWith('http') ? parsed.origin : ''
}

const linkName = /(?:href|src|cite|action|poster|longdesc|background|usemap|data)\s*$/i
/** How far before an equals sign its name may begin. */
const maxNameLength = 12

/** Most HTML in feeds has no relative links, and is not worth a scan. */
function mayHoldRelative(html: string): boolean {
  for (let at = html.indexOf('='); at !== -1; at = html.indexOf('=', at + 1)) {
    if (html.startsWith('="http', at)) continue
    if (linkName.test(html.slice(Math.max(0, at - maxNameLength), at))) return true
  }
  return false
}
