import { normalizeText } from './normalize-text.ts'

/** What the page's JSON-LD says of the article (schema.org/Article and its kin). Dates as printed. */
export interface JsonLdArticle {
  readonly types: readonly string[]
  readonly headline?: string
  readonly authors: readonly string[]
  readonly publishedOn?: string
  readonly articleBody?: string
  readonly publisher?: string
  readonly isFree?: boolean
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|LiveBlogPosting|Report|Review)$/
/** Nodes looked at in one page, so that a nested monster costs little. */
const MAX_NODES = 2000

/** The first article among the page's JSON-LD scripts; undefined when there is none. Broken scripts are passed over. */
export function readJsonLd(sources: readonly string[]): JsonLdArticle | undefined {
  const articles = sources.flatMap((source) => articleNodes(parseJson(source)))
  const node = articles.find((article) => 'headline' in article || 'datePublished' in article) ?? articles[0]
  return node === undefined ? undefined : articleOf(node)
}

type Node = Readonly<Record<string, unknown>>

function articleOf(node: Node): JsonLdArticle {
  const headline = text(node.headline) ?? text(node.name)
  const publishedOn = text(node.datePublished) ?? text(node.dateCreated)
  const articleBody = text(node.articleBody, 200_000)
  const publisher = names(node.publisher)[0]
  return {
    types: typesOf(node),
    authors: names(node.author),
    ...(headline !== undefined && { headline }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(articleBody !== undefined && { articleBody }),
    ...(publisher !== undefined && { publisher }),
    ...(node.isAccessibleForFree !== undefined && { isFree: !/^false$/i.test(String(node.isAccessibleForFree)) }),
  }
}

function parseJson(source: string): unknown {
  // Some pages wrap it in comment or CDATA marks, or leave raw line breaks inside strings.
  const bare = source
    .replace(/^\s*(?:<!--|<!\[CDATA\[|\/\/<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\/)?\]\]>)\s*;?\s*$/, '')
  try {
    return JSON.parse(bare)
  } catch {
    return tryJson(bare.replace(/\p{Cc}+/gu, ' '))
  }
}

function tryJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

function articleNodes(root: unknown): readonly Node[] {
  const found: Node[] = []
  const waiting: unknown[] = [root]
  for (let seen = 0; waiting.length > 0 && seen < MAX_NODES; seen += 1) {
    const value = waiting.shift()
    if (Array.isArray(value)) waiting.push(...value.slice(0, MAX_NODES))
    else if (isNode(value)) {
      if (typesOf(value).some((type) => ARTICLE_TYPE.test(type))) found.push(value)
      waiting.push(value['@graph'], value.mainEntity, value.mainEntityOfPage)
    }
  }
  return found
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(node: Node): readonly string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
}

function text(value: unknown, maxLength = 1000): string | undefined {
  if (typeof value !== 'string' || value.length > maxLength) return undefined
  return normalizeText(value) === '' ? undefined : value.trim()
}

function names(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value]
  return list.flatMap((person) => {
    if (isNode(person)) return names(person.name)
    const name = text(person, 200)
    return name === undefined ? [] : [name]
  })
}
