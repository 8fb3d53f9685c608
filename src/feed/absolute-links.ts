import { decodeHTMLAttribute, escapeAttribute } from 'entities'
import { absoluteUrl } from './absolute-url.ts'
import { isLinkAttribute } from './is-link-attribute.ts'
import { scanHtml } from './scan-html.ts'

/** A link attribute whose value does not begin with a scheme; most HTML in feeds has none. */
const mayBeRelative =
  /(?:href|src|cite|action|poster|longdesc|background|usemap|data)\s*=\s*(?!["']?[a-z][a-z0-9+.-]{1,20}:)/i

/** An HTML fragment with its relative links resolved; all else stays as written. Linear in the input. */
export function absoluteLinks(html: string, base: string): string {
  if (!mayBeRelative.test(html)) return html
  const parts: string[] = []
  let copied = 0
  let isLink = false
  scanHtml(html, {
    onattribname: (start, end) => {
      isLink = isLinkAttribute(html.slice(start, end).toLowerCase())
    },
    onattribdata: (start, end) => {
      if (!isLink) return
      const resolved = absoluteUrl(decodeHTMLAttribute(html.slice(start, end)), base)
      if (resolved === undefined) return
      parts.push(html.slice(copied, start), escapeAttribute(resolved))
      copied = end
    },
  })
  return copied === 0 ? html : parts.join('') + html.slice(copied)
}
