import type { LightDocument } from './light-document.ts'
import { normalizeText } from './normalize-text.ts'

/** A link of the page and the words around it, by which it is known again in the text. */
export interface PageLink {
  readonly href: string
  readonly text: string
  readonly before: string
  readonly after: string
}

/** Links looked at in one page. */
const MAX_LINKS = 1500
/** Words kept on either side of a link; code units. */
const CONTEXT = 30
const MAX_TEXT_LENGTH = 300

/** The page's links that stand in running text: menus and lists of headlines have nothing beside them. */
export function collectLinks(document: LightDocument): readonly PageLink[] {
  const links = document.getElementsByTagName('a')
  const found: PageLink[] = []
  for (let index = 0; index < Math.min(links.length, MAX_LINKS); index += 1) {
    const link = links[index]
    const href = link?.getAttribute('href')
    if (link === undefined || href === null || href === undefined || /^(?:#|javascript:|mailto:|tel:)/i.test(href))
      continue
    const text = normalizeText((link.textContent ?? '').slice(0, MAX_TEXT_LENGTH))
    const before = normalizeText(link.previousSibling?.textContent?.slice(-CONTEXT) ?? '').slice(-CONTEXT / 2)
    const after = normalizeText(link.nextSibling?.textContent?.slice(0, CONTEXT) ?? '').slice(0, CONTEXT / 2)
    if (text !== '' && before + after !== '') found.push({ href, text, before, after })
  }
  return found
}
