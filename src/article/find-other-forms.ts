import { isSameSite } from './is-same-site.ts'
import type { LightDocument } from './light-document.ts'
import { normalizeText } from './normalize-text.ts'

/** Where else on the same site the article of a page, or more of it, stands. Absolute addresses. */
export interface OtherForms {
  /** AMP, then print. */
  readonly alternateUrls: readonly string[]
  /** The next page of an article in several. */
  readonly nextUrl?: string
  /** Where the page leads on by itself. */
  readonly refreshUrl?: string
}

const PRINT =
  /^(?:print(?: version| this| article)?|drucken|druckversion|imprimer|version imprimable|imprimir|stampa|drukuj|друкувати|версія для друку|версия для печати|печать)$/iu
/** What "2" adds to a page's address: "/2", "-2.html", "?page=2". */
const SECOND = /^[^a-z]*(?:page|seite|p|s)?[^a-z\d]*2(?:\.html?|\/)?$/i
/** Links of a page looked at. */
const MAX_LINKS = 2000
const MAX_PRINTED = 40

export function findOtherForms(document: LightDocument, pageUrl: string, refresh: string | undefined): OtherForms {
  const page = new URL(pageUrl)
  const links = [...document.getElementsByTagName('a')].slice(0, MAX_LINKS).map((link) => ({
    url: otherPage(link.getAttribute('href'), page),
    said: normalizeText((link.textContent || link.getAttribute('title') || '').slice(0, MAX_PRINTED)),
  }))
  const amp = [...document.getElementsByTagName('link')]
    .filter((link) => /\bamphtml\b/i.test(link.getAttribute('rel') ?? ''))
    .map((link) => otherPage(link.getAttribute('href'), page))
  const print = links.filter(({ said }) => PRINT.test(said)).map(({ url }) => url)
  const next = links.find(({ said, url }) => said === '2' && url !== undefined && isSecond(url, page))?.url
  const target = otherPage(refreshTarget(refresh), page)
  return {
    alternateUrls: [...new Set([...amp, ...print].flatMap((url) => (url === undefined ? [] : [url.href])))],
    ...(next !== undefined && { nextUrl: next.href }),
    ...(target !== undefined && { refreshUrl: target.href }),
  }
}

/** The address when it is another one of the same site: a page that refreshes itself leads nowhere. */
function otherPage(href: string | null | undefined, page: URL): URL | undefined {
  if (!href || !URL.canParse(href, page.href)) return undefined
  const url = new URL(href, page)
  const isSame = url.host === page.host && url.pathname === page.pathname && url.search === page.search
  return !isSame && /^https?:$/.test(url.protocol) && isSameSite(url, page) ? url : undefined
}

/** The page's own address with a 2 added; with a fragment it turns the comments' pages, not the article's. */
function isSecond(url: URL, page: URL): boolean {
  const base = page.pathname.replace(/(?:\.html?|\/)$/, '')
  if (base === '' || url.hash !== '' || !url.pathname.startsWith(base)) return false
  return SECOND.test((url.pathname.slice(base.length) + url.search).replace(/^\.html?/, ''))
}

/** "0; url=/news/ferry". */
function refreshTarget(content: string | undefined): string | undefined {
  return /^\s*\d+\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(content ?? '')?.[1]
}
