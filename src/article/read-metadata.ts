import { findOtherForms, type OtherForms } from './find-other-forms.ts'
import { isSameSite } from './is-same-site.ts'
import type { LightDocument } from './light-document.ts'
import { normalizeText } from './normalize-text.ts'

/** What the page's head says. Dates as printed. */
export interface Metadata extends OtherForms {
  readonly titles: readonly string[]
  readonly documentTitle: string
  readonly description?: string
  readonly siteName?: string
  readonly authors: readonly string[]
  readonly publishedOn?: string
  readonly updatedOn?: string
  /** As written, relative perhaps. */
  readonly image?: string
  /** Who may read it, in the words of its publisher: free, metered, locked. */
  readonly contentTier?: string
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

const UPDATES = [
  'article:modified_time',
  'og:updated_time',
  'og:article:modified_time',
  'datemodified',
  'last-modified',
  'lastmod',
  'dcterms.modified',
  'dc.date.modified',
  'updated_time',
  'revised',
]
const IMAGES = ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src', 'thumbnail']
/** What plugins of content systems call the author in a pair of `twitter:label1` and `twitter:data1`. */
const AUTHOR_LABEL =
  /^(?:written by|by|author|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|napisane przez|написано(?: автором)?|автор|skriven av|skrevet a[vf]|yazan|autor)$/iu

export function readMetadata(document: LightDocument, pageUrl: string): Metadata {
  const metas = collectMetas(document)
  const first = (names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? [])[0]
  const optional = {
    description: first(['og:description', 'description', 'twitter:description']),
    siteName: first(['og:site_name', 'application-name', 'publisher', 'dc.publisher']),
    publishedOn: first(DATES),
    updatedOn: first(UPDATES),
    image: first(IMAGES),
    contentTier: first(['article:content_tier']),
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
    authors: [...AUTHORS.flatMap((name) => metas.get(name) ?? []), ...labelledAuthors(metas)],
    ...findOtherForms(document, pageUrl, first(['refresh'])),
    ...definedOnly(optional),
  }
}

function labelledAuthors(metas: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return ['1', '2'].flatMap((place) =>
    AUTHOR_LABEL.test(metas.get(`twitter:label${place}`)?.[0] ?? '') ? (metas.get(`twitter:data${place}`) ?? []) : [],
  )
}

function definedOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined | null> } {
  return Object.assign({}, ...Object.entries(values).map(([name, value]) => (value ? { [name]: value } : {})))
}

function collectMetas(document: LightDocument): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>()
  for (const meta of document.getElementsByTagName('meta')) {
    const name = ['property', 'name', 'itemprop', 'http-equiv'].map((each) => meta.getAttribute(each)).find(Boolean)
    const content = normalizeText(meta.getAttribute('content') ?? '')
    if (!name || content === '') continue
    const key = name.toLowerCase()
    metas.set(key, [...(metas.get(key)?.slice(0, 20) ?? []), content])
  }
  return metas
}

/** The page's own idea of its URL, when it is one of the same host: a canonical link to elsewhere is a copy's mark or a mistake. */
function canonicalUrl(document: LightDocument, openGraphUrl: string | undefined, pageUrl: string): string | undefined {
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
