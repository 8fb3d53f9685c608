import type { DigestItem, DigestSection, Run } from './digest.ts'
import { htmlStyle as style } from './html-style.ts'
import { isWebLink } from './is-web-link.ts'
import { itemChips } from './item-chips.ts'
import { itemLanguage } from './item-language.ts'
import { type Markup, markup } from './markup.ts'

const NOTHING: readonly Markup[] = []
/** Hebrew to Arabic letters: without a declared direction such a name pulls the digits behind it into itself. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/

/** One topic: its heading and its items in one cell, since every table more costs bytes and clarity. */
export function renderHtmlSection(section: DigestSection): Markup {
  const { items, moreCount } = section
  const more =
    moreCount > 0 ? markup`<p class="m" style="${style.meta};padding:16px 0 0">and ${moreCount} more</p>` : NOTHING
  return markup`<tr><td class="cd pd" align="left" style="${style.card}">
<h2 class="tp" style="${style.topic}">${section.topicName} <span class="m" style="${style.count}">${items.length + moreCount}</span></h2>
${items.map(renderItem)}${more}</td></tr>
`
}

function renderItem(item: DigestItem, index: number): Markup {
  const language = languageAttributes(item)
  return markup`<div class="it" style="${index === 0 ? style.firstItem : style.item}">
${renderMeta(item)}
<h3${language} style="${style.title}">${renderTitle(item)}</h3>
${renderSnippet(item, language)}${renderReason(item)}</div>
`
}

function renderMeta(item: DigestItem): Markup {
  const chips = itemChips(item).map((chip) => markup` <span class="c" style="${style.chip}">${chip}</span>`)
  const direction = RIGHT_TO_LEFT.test(item.outlet) ? markup` dir="rtl"` : NOTHING
  return markup`<p class="m" style="${style.meta}"><span class="o"${direction} style="${style.outlet}">${item.outlet}</span> · ${item.when}${chips}</p>`
}

function renderTitle(item: DigestItem): Markup {
  if (!isWebLink(item.url)) return markup`${item.title}`
  return markup`<a class="l" href="${item.url}" style="${style.link}">${item.title}</a>`
}

function renderSnippet(item: DigestItem, language: Markup | readonly Markup[]): Markup | readonly Markup[] {
  if (item.snippet.length === 0) return NOTHING
  return markup`<p${language} style="${style.snippet}">${item.snippet.map(renderRun)}</p>
`
}

function renderRun(run: Run): Markup {
  return run.marked ? markup`<b class="k" style="${style.mark}">${run.text}</b>` : markup`${run.text}`
}

function renderReason(item: DigestItem): Markup | readonly Markup[] {
  const also = item.alsoTopics.length > 0 ? [`Also under ${item.alsoTopics.join(', ')}`] : []
  const words = [...(item.reason === '' ? [] : [item.reason]), ...also]
  return words.length === 0 ? NOTHING : markup`<p class="m" style="${style.meta}">${words.join(' · ')}</p>`
}

/** Cells are set left for Outlook, so words that run from the right must say where they begin. */
function languageAttributes(item: DigestItem): Markup | readonly Markup[] {
  const language = itemLanguage(item)
  if (language === undefined) return NOTHING
  const align = language.direction === 'rtl' ? markup` align="right"` : NOTHING
  return markup` lang="${language.tag}" dir="${language.direction}"${align}`
}
