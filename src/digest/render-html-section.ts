import type { DigestItem, DigestSection, Run } from './digest.ts'
import { drawnOnce } from './drawn-once.ts'
import { htmlStyle as style } from './html-style.ts'
import { isWebLink } from './is-web-link.ts'
import { itemChips } from './item-chips.ts'
import { itemLanguage } from './item-language.ts'
import { type Markup, markup } from './markup.ts'
import { directionOf, languageOf } from './markup-language.ts'
import { renderHtmlCarriers, renderHtmlStatements } from './render-html-story.ts'

const NOTHING: readonly Markup[] = []

type Rank = 'lead' | 'first' | 'next'
/** What a page shows under an item and a mail does not; nothing for most. */
export type ItemAddition = (item: DigestItem) => Markup | readonly Markup[]

export interface SectionPlace {
  /** Whether it opens the mail. */
  readonly isFirst: boolean
  /** Where all of the digest can be read. */
  readonly viewUrl?: string
  readonly addition?: ItemAddition
}

/** One topic: its heading and its items in one cell, since every table more costs bytes and clarity. */
export function renderHtmlSection(section: DigestSection, at: SectionPlace): Markup {
  const { items, cutIds } = section
  const firstRank = at.isFirst ? 'lead' : 'first'
  const { addition } = at
  const renderNext =
    addition === undefined ? renderNextItem : (item: DigestItem) => renderHtmlItem(item, 'next', addition)
  return markup`<tr><td class="cd pd" align="left" style="${style.card}">
<h2 class="tp" style="${style.topic}">${section.topicName} <span class="m" style="${style.count}">${items.length + cutIds.length}</span></h2>
${items.map((item, index) => (index === 0 ? renderHtmlItem(item, firstRank, addition) : renderNext(item)))}${renderHtmlMore(section, at.viewUrl)}</td></tr>
`
}

const renderNextItem = drawnOnce((item: DigestItem) => renderHtmlItem(item))

/** Begins and ends with a line, so that it takes as many bytes of the encoded mail wherever it stands. */
export function renderHtmlItem(item: DigestItem, rank: Rank = 'next', addition?: ItemAddition): Markup {
  const language = languageAttributes(item)
  const heading = rank === 'lead' ? markup` class="ld" style="${style.leadTitle}"` : markup` style="${style.title}"`
  return markup`<div class="it" style="${rank === 'next' ? style.item : style.firstItem}">
<h3${language}${heading}>${renderTitle(item)}</h3>
${renderMeta(item)}
${renderSnippet(item, language)}${renderHtmlStatements(item)}${renderHtmlCarriers(item)}${addition?.(item) ?? NOTHING}${renderReason(item)}</div>
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
  return markup`<p class="m" style="${style.meta}"><span class="o"${directionOf(item.outlet)} style="${style.outlet}">${item.outlet}</span> · ${item.when}${labels}${topics}</p>`
}

function renderSnippet(item: DigestItem, language: Markup | readonly Markup[]): Markup | readonly Markup[] {
  if (item.snippet.length === 0) return NOTHING
  const news = item.isFollowUp
    ? markup`<span class="w" lang="en" dir="ltr" style="${style.label}">New:</span> `
    : NOTHING
  return markup`<p${language} style="${style.snippet}">${news}${item.snippet.map(renderRun)}</p>
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
  return markup`${languageOf(language)}${align}`
}
