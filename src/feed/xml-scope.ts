/** By namespace name, lower case and without a final slash or hash. RSS's own vocabularies have the empty prefix. */
const vocabularies: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://purl.org/rss/1.0', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://purl.org/net/rss1.1', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://cyber.law.harvard.edu/rss', ''],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
])

/** What written names mean, here in the document. */
export interface XmlScope {
  /** The vocabulary that a written prefix stands for. */
  readonly vocabularies: ReadonlyMap<string, string>
  /** The names that were met already, as they stand in the text. */
  readonly names: Map<string, XmlName>
}

export interface XmlName {
  /** In lower case. */
  readonly written: string
  /** Under the usual prefix of its vocabulary. */
  readonly usual: string
}

/** More prefixes are not in use anywhere, and every element that declares one copies them all. */
const maxSize = 64

/** More names than this are no vocabulary, and not worth remembering. */
const maxNames = 1000

const outside = scopeOf(new Map([['xml', 'xml']]))

/** The root decides what an unknown or missing namespace means: a `feed` speaks Atom, all else RSS. */
export function rootScope(inText: string, attributes: ReadonlyMap<string, string>): XmlScope {
  const name = inText.toLowerCase()
  const colon = name.indexOf(':')
  const prefix = colon === -1 ? '' : name.slice(0, colon)
  const own = name.slice(colon + 1) === 'feed' ? 'atom' : ''
  const isKnown = vocabularies.has(plain(attributes.get(prefix ? `xmlns:${prefix}` : 'xmlns') ?? ''))
  const scope = new Map(innerScope(outside, attributes).vocabularies)
  if (!isKnown && !vocabularyNames.has(prefix)) scope.set(prefix, own)
  if (!scope.has('')) scope.set('', own)
  return scopeOf(scope)
}

const vocabularyNames = new Set([...vocabularies.values()].filter((name) => name !== ''))

export function innerScope(outer: XmlScope, attributes: ReadonlyMap<string, string>): XmlScope {
  if (attributes.size === 0) return outer
  let scope: Map<string, string> | undefined
  for (const [name, value] of attributes) {
    if (!name.startsWith('xmlns')) continue
    const prefix = name === 'xmlns' ? '' : name.slice(6)
    scope ??= new Map(outer.vocabularies)
    if (scope.size >= maxSize) break
    scope.set(prefix, vocabularies.get(plain(value)) ?? unknownVocabulary(prefix, value, outer.vocabularies))
  }
  return scope ? scopeOf(scope) : outer
}

/** What a name means that stands in the text. */
export function xmlName(inText: string, { vocabularies, names }: XmlScope): XmlName {
  const known = names.get(inText)
  if (known !== undefined) return known
  const written = inText.toLowerCase()
  const colon = written.indexOf(':')
  const prefix = colon === -1 ? '' : written.slice(0, colon)
  const vocabulary = vocabularies.get(prefix) ?? prefix
  const local = written.slice(colon + 1)
  const name = { written, usual: vocabulary === '' ? local : `${vocabulary}:${local}` }
  if (names.size < maxNames) names.set(inText, name)
  return name
}

function scopeOf(vocabularies: ReadonlyMap<string, string>): XmlScope {
  return { vocabularies, names: new Map() }
}

/** An undeclared vocabulary keeps its written prefix. Without one, its names must not be taken for RSS's. */
function unknownVocabulary(prefix: string, value: string, outer: ReadonlyMap<string, string>): string {
  if (prefix !== '') return prefix
  return value === '' ? (outer.get('') ?? '') : 'other'
}

function plain(uri: string): string {
  return uri.trim().toLowerCase().replace(/[/#]$/, '')
}
