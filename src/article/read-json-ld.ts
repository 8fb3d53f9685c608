import { isLikeTitle } from './is-like-title.ts'
import { normalizeText } from './normalize-text.ts'
import { isJsonLdNode, type JsonLdNode, typesOf } from './parse-json-ld.ts'
import { plainTitle } from './plain-title.ts'

/** What the page's JSON-LD says of the article (schema.org/Article and its kin). Dates as printed. */
export interface JsonLdArticle {
  readonly types: readonly string[]
  readonly headline?: string
  /** Whether it names this page's address as its own. */
  readonly isOfThisPage?: boolean
  readonly authors: readonly string[]
  readonly publishedOn?: string
  readonly updatedOn?: string
  readonly articleBody?: string
  readonly publisher?: string
  /** As written, relative perhaps. */
  readonly image?: string
  readonly isFree?: boolean
}

export interface JsonLdContext {
  readonly url: string
  /** Titles the page has elsewhere. */
  readonly titles: readonly string[]
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|LiveBlogPosting|Report|Review|Recipe)$/
const MAX_BODY_LENGTH = 200_000

/**
 * The page's own article among its JSON-LD nodes; undefined when there is none. Pages also describe the articles they list,
 * and copy a neighbour's description by mistake: a node with another address and a headline about other things is not ours.
 */
export function readJsonLd(nodes: readonly JsonLdNode[], context: JsonLdContext): JsonLdArticle | undefined {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)))
  const own = articles.filter((node) => !isForeign(node, context))
  const full = own.filter((node) => 'headline' in node || 'datePublished' in node || 'articleBody' in node)
  const node = full.find((each) => isSamePage(each, context.url)) ?? full[0] ?? own[0]
  return node === undefined ? undefined : { ...articleOf(node, nodes), isOfThisPage: isSamePage(node, context.url) }
}

function isForeign(node: JsonLdNode, { url, titles }: JsonLdContext): boolean {
  const headline = headlineOf(node)
  const known = titles.filter((title) => title !== '')
  if (headline === undefined || known.length === 0 || isSamePage(node, url)) return false
  return !known.some((title) => isLikeTitle(headline, title))
}

function isSamePage(node: JsonLdNode, pageUrl: string): boolean {
  const main = node.mainEntityOfPage
  const stated = [node.url, node['@id'], main, isJsonLdNode(main) ? main['@id'] : undefined]
  return stated.some((url) => typeof url === 'string' && pathOf(url, pageUrl) === pathOf(pageUrl, pageUrl))
}

function pathOf(url: string, base: string): string | undefined {
  return URL.canParse(url, base) ? new URL(url, base).pathname.replace(/\/$/, '') : undefined
}

function headlineOf(node: JsonLdNode): string | undefined {
  const headline = text(node.headline) ?? text(node.name)
  return headline === undefined ? undefined : plainTitle(headline)
}

function articleOf(node: JsonLdNode, nodes: readonly JsonLdNode[]): JsonLdArticle {
  const optional = {
    headline: headlineOf(node),
    publishedOn: text(node.datePublished) ?? text(node.dateCreated),
    updatedOn: text(node.dateModified),
    articleBody: text(node.articleBody, MAX_BODY_LENGTH),
    publisher: names(node.publisher, nodes)[0],
    image: pictureOf(node.image) ?? pictureOf(node.thumbnailUrl),
    isFree: node.isAccessibleForFree === undefined ? undefined : !/^false$/i.test(String(node.isAccessibleForFree)),
  }
  return { types: typesOf(node), authors: names(node.author ?? node.creator, nodes), ...definedOnly(optional) }
}

function definedOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.assign(
    {},
    ...Object.entries(values).map(([name, value]) => (value === undefined ? {} : { [name]: value })),
  )
}

function text(value: unknown, maxLength = 1000): string | undefined {
  if (typeof value !== 'string' || value.length > maxLength) return undefined
  return normalizeText(value) === '' ? undefined : value.trim()
}

/** Names of persons, organisations and references to either; several in one string stay one. */
function names(value: unknown, nodes: readonly JsonLdNode[]): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value]
  return list.flatMap((person) => {
    const name = text(isJsonLdNode(person) ? nameOf(person, nodes) : person, 200)
    return name === undefined ? [] : [plainTitle(name)]
  })
}

function nameOf(person: JsonLdNode, nodes: readonly JsonLdNode[]): unknown {
  const named = person.name ?? nodes.find((node) => '@id' in person && node['@id'] === person['@id'])?.name
  return Array.isArray(named) ? named.filter((name) => typeof name === 'string').join(', ') : named
}

function pictureOf(image: unknown): string | undefined {
  const first: unknown = Array.isArray(image) ? image[0] : image
  return text(isJsonLdNode(first) ? (first.url ?? first.contentUrl) : first)
}
