/** A value of JSON-LD with a type. */
export type JsonLdNode = Readonly<Record<string, unknown>>

/** Values looked at in one page, so that a nested monster costs little. */
const MAX_VALUES = 2000
/** Where articles and what belongs to them are put; other properties are about other things. */
const PLACES = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed']

/** Every typed node that the page's JSON-LD scripts hold at their top, in order. Broken scripts are passed over. */
export function parseJsonLd(sources: readonly string[]): readonly JsonLdNode[] {
  return sources.flatMap((source) => typedNodes(parseJson(source)))
}

export function isJsonLdNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function typesOf(node: JsonLdNode): readonly string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
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

function typedNodes(root: unknown): readonly JsonLdNode[] {
  const found: JsonLdNode[] = []
  const waiting: unknown[] = [root]
  for (let next = 0; next < waiting.length && next < MAX_VALUES; next += 1) {
    const value = waiting[next]
    if (Array.isArray(value)) waiting.push(...value.slice(0, MAX_VALUES))
    else if (isJsonLdNode(value)) {
      if (typesOf(value).length > 0) found.push(value)
      waiting.push(...PLACES.map((place) => value[place]))
    }
  }
  return found
}
