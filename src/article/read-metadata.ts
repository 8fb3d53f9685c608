import { normalizeText } from './normalize-text.ts'

/** What the page's head says. Dates as printed. */
export interface Metadata {
  readonly titles: readonly string[]
  readonly documentTitle: string
  readonly description?: string
  readonly siteName?: string
  readonly authors: readonly string[]
  readonly publishedOn?: string
  readonly canonicalUrl?: string
  readonly language?: string
  readonly section?: string
  readonly type?: string
}

const TITLES = ['og:title', 'twitter:title', 'dc.title', 'title', 'headline', 'parsely-title', 'sailthru.title']
const AUTHORS = [
  'author',
  'article:author',
  'dc.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'og:article:author',
]
const DATES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish_date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'published_at',
  'og:published_time',
  'cxenseparse:recs:publishtime',
  'publication_date',
  'last-modified-original',
]

export function readMetadata(document: Document, pageUrl: string): Metadata {
  const metas = collectMetas(document)
  const first = (names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? [])[0]
  const optional = {
    description: first(['og:description', 'description', 'twitter:description']),
    siteName: first(['og:site_name', 'application-name', 'publisher', 'dc.publisher']),
    publishedOn: first(DATES),
    canonicalUrl: canonicalUrl(document, first(['og:url']), pageUrl),
    language:
      document.documentElement.getAttribute('lang') ??
      first(['content-language', 'og:locale', 'language', 'dc.language']),
    section: first(['article:section', 'parsely-section', 'section']),
    type: first(['og:type']),
  }
  return {
    titles: TITLES.flatMap((name) => metas.get(name) ?? []),
    documentTitle: normalizeText(document.title),
    authors: AUTHORS.flatMap((name) => metas.get(name) ?? []),
    ...definedOnly(optional),
  }
}

function definedOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined | null> } {
  return Object.assign({}, ...Object.entries(values).map(([name, value]) => (value ? { [name]: value } : {})))
}

function collectMetas(document: Document): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>()
  for (const meta of document.getElementsByTagName('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop')
    const content = normalizeText(meta.getAttribute('content') ?? '')
    if (name === null || content === '') continue
    const key = name.toLowerCase()
    metas.set(key, [...(metas.get(key)?.slice(0, 20) ?? []), content])
  }
  return metas
}

/** The page's own idea of its URL, when it is one of the same host: a canonical link to elsewhere is a copy's mark or a mistake. */
function canonicalUrl(document: Document, openGraphUrl: string | undefined, pageUrl: string): string | undefined {
  const links = [...document.getElementsByTagName('link')]
  const link = links.find((element) => /\bcanonical\b/i.test(element.getAttribute('rel') ?? ''))?.getAttribute('href')
  for (const candidate of [link, openGraphUrl]) {
    if (!candidate || !URL.canParse(candidate, pageUrl)) continue
    const url = new URL(candidate, pageUrl)
    const isHome = url.pathname === '/' && new URL(pageUrl).pathname !== '/'
    if (/^https?:$/.test(url.protocol) && !isHome && isSameSite(url, new URL(pageUrl))) return url.href
  }
  return undefined
}

function isSameSite(one: URL, other: URL): boolean {
  const site = (url: URL) => url.hostname.replace(/^(?:www|m|amp|mobile)\./, '')
  return site(one) === site(other)
}
