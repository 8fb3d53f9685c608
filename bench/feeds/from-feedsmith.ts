import type { Found, Reading } from './case-checks.ts'

/** feedsmith's output, which keeps each dialect's own shape, under the names of the cases. */
export function fromFeedsmith(output: { readonly format: string; readonly feed: object }): Reading {
  const { feed } = output
  return {
    feed: placeOf(feed),
    items: listAt(feed, 'items', 'entries').map(placeOf),
  }
}

function placeOf(place: unknown): Found {
  const content = [at(place, 'content', 'encoded'), textAt(place, 'content')].find(isText)
  return {
    id: [at(place, 'guid', 'value'), at(place, 'id'), at(place, 'about')].find(isText),
    title: [textAt(place, 'title'), ...listAt(at(place, 'dc'), 'titles'), at(place, 'dc', 'title')].find(isText),
    description: [textAt(place, 'description'), textAt(place, 'subtitle'), at(place, 'itunes', 'summary')].find(isText),
    link: [at(place, 'link'), alternate(place)].find(isText),
    links: [at(place, 'link'), ...listAt(place, 'links').map((link) => at(link, 'href'))],
    authors: authors(place),
    categories: listAt(place, 'categories').flatMap((category) => [at(category, 'name'), at(category, 'term')]),
    publishedAt: [at(place, 'pubDate'), at(place, 'published'), at(place, 'dcterms', 'issued')]
      .map(timeOf)
      .find(isNumber),
    createdAt: timeOf(at(place, 'dcterms', 'created')),
    updatedAt: [at(place, 'updated'), at(place, 'lastBuildDate'), at(place, 'dc', 'date')].map(timeOf).find(isNumber),
    summary: [textAt(place, 'summary'), textAt(place, 'description'), at(place, 'itunes', 'summary')].find(isText),
    content,
    enclosures: [...listAt(place, 'enclosures'), ...listAt(place, 'links').map(enclosure)],
  }
}

function authors(place: unknown): unknown[] {
  const people = listAt(place, 'authors').flatMap((author) => [author, at(author, 'name')])
  return [...people, at(place, 'dc', 'creator'), ...listAt(at(place, 'dc'), 'creators'), at(place, 'managingEditor')]
}

function alternate(place: unknown): unknown {
  const link = listAt(place, 'links').find((each) => (at(each, 'rel') ?? 'alternate') === 'alternate')
  return at(link, 'href')
}

function enclosure(link: unknown): Found {
  return { url: at(link, 'href'), type: at(link, 'type'), length: at(link, 'length') }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let inner = value
  for (const name of path) inner = inner && typeof inner === 'object' ? Reflect.get(inner, name) : undefined
  return inner
}

/** A text is a string in RSS and may be `{ value }` in Atom. */
function textAt(value: unknown, name: string): unknown {
  const text = at(value, name)
  return isText(text) ? text : at(text, 'value')
}

function listAt(value: unknown, ...names: readonly string[]): readonly unknown[] {
  const lists = names.map((name) => at(value, name)).filter(Array.isArray)
  return lists.flat()
}

function timeOf(date: unknown): number | undefined {
  return typeof date === 'string' ? Date.parse(date) : undefined
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value)
}
