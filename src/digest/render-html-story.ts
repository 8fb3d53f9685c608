import type { DigestItem, ItemCarrier, ItemStatement } from './digest.ts'
import { htmlStyle as style } from './html-style.ts'
import { isWebLink } from './is-web-link.ts'
import { itemChips } from './item-chips.ts'
import { itemLanguage } from './item-language.ts'
import { type Markup, markup } from './markup.ts'
import { directionOf, languageOf } from './markup-language.ts'
import { moreCarriers, moreStatements, repeatWords } from './story-words.ts'

const NOTHING: readonly Markup[] = []

/** What was said in a story: one paragraph a statement. */
export function renderHtmlStatements(item: DigestItem): readonly Markup[] {
  const more = moreStatements(item)
  const rest = more === '' ? NOTHING : [markup`<p class="m" style="${style.meta}">${more}</p>\n`]
  return [...(item.statements ?? []).map(renderStatement), ...rest]
}

function renderStatement({ speaker, role, words, language, origin }: ItemStatement): Markup {
  const office = role === undefined ? '' : `, ${role}`
  const source = origin === undefined ? NOTHING : markup` <span class="m" style="${style.origin}">${origin}</span>`
  return markup`<p class="q" style="${style.quote}"><span class="o"${directionOf(speaker)} style="${style.speaker}">${speaker}</span>${office}: <span${languageOf(itemLanguage({ ...(language !== undefined && { language }) }))}>${words}</span>${source}</p>
`
}

/** Who else carries it, and how many of all are sources of their own. */
export function renderHtmlCarriers(item: DigestItem): Markup | readonly Markup[] {
  const more = moreCarriers(item)
  const named = (item.carriers ?? []).map(
    (carrier, index) => markup`${index === 0 ? '' : ', '}${renderCarrier(carrier)}`,
  )
  const also = named.length === 0 ? NOTHING : [markup`Also in ${named}${more === '' ? '' : ` and ${more}`}. `]
  const words = [item.sources ?? '', repeatWords(item)].filter((each) => each !== '').join(' ')
  if (also.length === 0 && words === '') return NOTHING
  return markup`<p class="m" style="${style.carriers}">${also}${words}</p>
`
}

function renderCarrier(carrier: ItemCarrier): Markup {
  const { outlet, url } = carrier
  const direction = directionOf(outlet)
  const linked = isWebLink(url)
    ? markup`<a class="l" href="${url}"${direction} style="${style.plainLink}">${outlet}</a>`
    : markup`<span${direction}>${outlet}</span>`
  const chips = itemChips(carrier)
  if (chips.length === 0) return linked
  return markup`${linked} (<span class="w" style="${style.label}">${chips.join(', ')}</span>)`
}
