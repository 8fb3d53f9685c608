import type { Digest, DigestSection } from './digest.ts'
import { encodedLength } from './encoded-length.ts'
import { renderHtml } from './render-html.ts'
import { renderHtmlItem, renderHtmlMore } from './render-html-section.ts'
import { renderText } from './render-text.ts'

/** Gmail cuts a mail off at 102 KB. */
const LARGEST_HTML = 90_000

export interface DrawnMail {
  /** As drawn: with fewer items than it was given, when all had no room. */
  readonly digest: Digest
  readonly html: string
  readonly text: string
}

/**
 * Draws a digest as a mail. Where its HTML would be too large, the lowest ranked items of the topics that have most
 * make room, whole.
 */
export function drawMail(digest: Digest): DrawnMail {
  let fitted = digest
  let html = renderHtml(fitted)
  for (let excess = encodedLength(html) - LARGEST_HTML; excess > 0; excess = encodedLength(html) - LARGEST_HTML) {
    const smaller = cutItems(fitted, excess)
    if (smaller === undefined) break
    fitted = smaller
    html = renderHtml(fitted)
  }
  return { digest: fitted, html, text: renderText(fitted) }
}

/** Leaves out as many items as take so many bytes; undefined when there is none left to leave out. */
function cutItems(digest: Digest, excess: number): Digest | undefined {
  const { sections } = digest
  const sizes = sections.map((section) => section.items.map((item) => encodedLength(String(renderHtmlItem(item)))))
  const moreSizes = sections.map((section) => encodedLength(String(renderHtmlMore(section, digest.links?.viewUrl))))
  const kept = sizes.map((each) => each.length)
  for (let freed = 0; freed < excess; ) {
    const longest = kept.lastIndexOf(Math.max(0, ...kept))
    const count = kept[longest] ?? 0
    if (count === 0) break
    kept[longest] = count - 1
    freed += sizes[longest]?.[count - 1] ?? 0
    if (sections[longest]?.cutIds.length === 0 && count === sizes[longest]?.length) freed -= moreSizes[longest] ?? 0
  }
  if (kept.every((count, index) => count === sizes[index]?.length)) return undefined
  return { ...digest, sections: sections.map((section, index) => keepItems(section, kept[index] ?? 0)) }
}

function keepItems(section: DigestSection, count: number): DigestSection {
  const { cutFollowUpIds: before = [], ...kept } = section
  const cut = section.items.slice(count)
  const followUpIds = [...cut.filter((item) => item.isFollowUp).map((item) => item.articleId), ...before]
  return {
    ...kept,
    items: section.items.slice(0, count),
    cutIds: [...cut.map((item) => item.articleId), ...section.cutIds],
    ...(followUpIds.length > 0 && { cutFollowUpIds: followUpIds }),
  }
}
