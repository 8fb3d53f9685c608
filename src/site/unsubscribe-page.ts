import { type Markup, markup } from '../digest/markup.ts'
import { noticePage } from './notice-page.ts'
import type { SitePage } from './site-page.ts'

export interface SubscriptionWords {
  readonly digestName: string
  readonly address: string
}

/** What a form says that takes a digest up again; every other form ends it. */
export const AGAIN_FIELD = { name: 'subscribe', value: 'again' } as const
const ONE_CLICK_FIELD = { name: 'List-Unsubscribe', value: 'One-Click' } as const

/** Asks before anything is changed: a mail scanner opens links too. */
export function renderQuestion({ digestName, address }: SubscriptionWords): SitePage {
  return noticePage({
    title: `Stop “${digestName}”?`,
    body: [
      markup`<p>The digest “${digestName}” is mailed to <strong>${address}</strong>. Nothing has changed yet.</p>\n`,
      form(ONE_CLICK_FIELD, 'Stop sending it'),
    ],
  })
}

export function renderStopped({ digestName, address }: SubscriptionWords): SitePage {
  return noticePage({
    title: `“${digestName}” is stopped`,
    body: [
      markup`<p>No further “${digestName}” is sent to <strong>${address}</strong>. A mistake? Take it up again:</p>\n`,
      form(AGAIN_FIELD, 'Send it again'),
    ],
  })
}

export function renderTakenUp({ digestName, address }: SubscriptionWords): SitePage {
  return noticePage({
    title: `“${digestName}” goes on`,
    body: [
      markup`<p>“${digestName}” is sent to <strong>${address}</strong> again, from the next one that is due.</p>\n`,
    ],
  })
}

/** Without an address of its own a form goes to the page it stands on, wherever a proxy puts that. */
function form(field: { readonly name: string; readonly value: string }, label: string): Markup {
  return markup`<form method="post"><input type="hidden" name="${field.name}" value="${field.value}"><button type="submit">${label}</button></form>
`
}
