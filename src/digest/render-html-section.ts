import type { DigestItem, DigestSection, Run } from './digest.ts'
import { drawnOnce } from './drawn-once.ts'
import { htmlStyle as style } from './html-style.ts'
import { isWebLink } from './is-web-link.ts'
import { itemChips } from './item-chips.ts'
import { itemLanguage } from './item-language.ts'
import { type Markup, markup } from './markup.ts'

const NOTHING: readonly Markup[] = []
/** Hebrew to Arabic letters: without a declared direction such a name pulls the digits behind it into itself. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/

type Rank = 'lead' | 'first' | 'next'

/**
 * One topic: its heading and its items in one cell, since every table more costs bytes and clarity.
 * @param at whether it opens the mail, and where all of the digest can be read
 */
export function renderHtmlSection(
  section: DigestSection,
  at: { readonly isFirst: boolean; readonly viewUrl?: string },
) {
  const { items, cutIds } = section
  const firstRank = at.isFirst ? 'lead' : 'first'
  return markup`<tr><td class="cd pd" align="left" style="${style.card}">
<h2 class="tp" style="${style.topic}">${section.topicName} <span class="m" style="${style.count}">${items.length + cutIds.length}</span></h2>
${items.map((item, index) => (index === 0 ? renderHtmlItem(item, firstRank) : renderNextItem(item)))}${renderHtmlMore(section, at.viewUrl)}</td></tr>
`
}

const renderNextItem = drawnOnce((item: DigestItem) => renderHtmlItem(item))

/** Begins and ends with a line, so that it takes as many bytes of the encoded mail wherever it stands. */
export function renderHtmlItem(item: DigestItem, rank: Rank = 'next'): Markup {
  const language = languageAttributes(item)
  const heading = rank === 'lead' ? markup` class="ld" style="${style.leadTitle}"` : markup` style="${style.title}"`
  return markup`<div class="it" style="${rank === 'next' ? style.item : style.firstItem}">
<h3${language}${heading}>${renderTitle(item)}</h3>
${renderMeta(item)}
${renderSnippet(item, language)}${renderReason(item)}</div>
`
}

/** What has no room is counted, and stands on the page, where there is one. */
export function renderHtmlMore({ items, cutIds }: DigestSection, viewUrl: string | undefined) {
  if (cutIds.length === 0 || items.length === 0) return NOTHING
  const words = `and ${cutIds.length} more`
  const linked = viewUrl === undefined ? words : renderLink(words, viewUrl)
  return markup`<p class="m it" style="${style.meta};${style.item}">${linked}</p>
`
}

/** A link in a line of words, which has to look like one. */
export function renderLink(words: string, url: string): Markup {
  return markup`<a class="l" href="${url}" style="${style.plainLink}">${words}</a>`
}

function renderTitle(item: DigestItem): Markup {
  if (!isWebLink(item.url)) return markup`${item.title}`
  return markup`<a class="l" href="${item.url}" style="${style.link}">${item.title}</a>`
}

function renderMeta(item: DigestItem): Markup {
  const labels = itemChips(item).map((label) => markup` · <span class="w" style="${style.label}">${label}</span>`)
  const topics = item.alsoTopics.map((name) => markup` · <span class="c" style="${style.chip}">also ${name}</span>`)
  const direction = RIGHT_TO_LEFT.test(item.outlet) ? markup` dir="rtl"` : NOTHING
  return markup`<p class="m" style="${style.meta}"><span class="o"${direction} style="${style.outlet}">${item.outlet}</span> · ${item.when}${labels}${topics}</p>`
}

function renderSnippet(item: DigestItem, language: Markup | readonly Markup[]): Markup | readonly Markup[] {
  if (item.snippet.length === 0) return NOTHING
  return markup`<p${language} style="${style.snippet}">${item.snippet.map(renderRun)}</p>
`
}

function renderRun(run: Run): Markup {
  return run.marked ? markup`<b class="k">${run.text}</b>` : markup`${run.text}`
}

function renderReason({ reason }: DigestItem): Markup | readonly Markup[] {
  return reason === '' ? NOTHING : markup`<p class="m" style="${style.meta}">${reason}</p>`
}

/** Cells are set left for Outlook, so words that run from the right must say where they begin. */
function languageAttributes(item: DigestItem): Markup | readonly Markup[] {
  const language = itemLanguage(item)
  if (language === undefined) return NOTHING
  const align = language.direction === 'rtl' ? markup` align="right"` : NOTHING
  return markup` lang="${language.tag}" dir="${language.direction}"${align}`
}
