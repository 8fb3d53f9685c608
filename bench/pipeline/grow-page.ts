import type { Dice } from './dice.ts'
import { inventHeadline, inventParagraph } from './invent-text.ts'
import type { PageTemplate } from './load-templates.ts'

export interface NewPage {
  readonly url: string
  readonly title: string
  readonly byteCount: number
}

/** Of the bytes that a page gains: article text, then teasers; scripts and styles are the rest, as on real pages. */
const TEASER_SHARE = 0.35
const MOST_TEXT_BYTES = 14_000

/** Another page of the same outlet: its own URL and headline, more text, more furniture, more script. */
export function growPage(template: PageTemplate, page: NewPage, dice: Dice): string {
  const { html, paragraphEnd, paragraphTag } = template
  const text = fill(dice.between(1_500, MOST_TEXT_BYTES), () => `\n${paragraphTag}${inventParagraph(dice)}</p>`)
  const missing = Math.max(0, page.byteCount - html.length - text.length)
  const teasers = fill(missing * TEASER_SHARE, () => teaser(dice))
  const state = fill(missing - teasers.length, () => record(dice))
  const grown = html.slice(0, paragraphEnd) + text + html.slice(paragraphEnd)
  return withoutOldNames(grown, template, page).replace(
    /<\/body>|$/i,
    () =>
      `<section class="more"><h2>More from us</h2><ul>${teasers}</ul></section>` +
      `<script>window.state={"records":[${state}{}]}</script></body>`,
  )
}

function withoutOldNames(html: string, template: PageTemplate, page: NewPage): string {
  return html.replaceAll(template.title, () => page.title).replaceAll(template.url, () => page.url)
}

function teaser(dice: Dice): string {
  const path = `/${dice.pick(['news', 'region', 'sport'])}/${dice.between(10_000, 99_999)}`
  const image = `<img class="teaser__image" loading="lazy" src="/i${path}.webp" width="320" height="180" alt="">`
  const title = `<h3 class="teaser__title">${inventHeadline(dice)}</h3>`
  const time = `<span class="teaser__time">${dice.between(2, 59)} minutes ago</span>`
  return `<li class="teaser"><a class="teaser__link" href="${path}">${image}${title}</a>${time}</li>\n`
}

function record(dice: Dice): string {
  const id = dice.between(1e8, 1e9).toString(36)
  return `${JSON.stringify({ id, kind: 'teaser', title: inventHeadline(dice), ad: { slot: dice.between(1, 90), bids: [] } })},`
}

/** Pieces until there are so many bytes. */
function fill(byteCount: number, piece: () => string): string {
  const pieces: string[] = []
  for (let length = 0; length < byteCount; ) {
    const next = piece()
    pieces.push(next)
    length += next.length
  }
  return pieces.join('')
}
