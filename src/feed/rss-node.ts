/** An element as xml2js hands it to rss-parser: what it holds by name, always in a list. */
export type RssNode = Readonly<Record<string, readonly unknown[]>>

/** Wraps each value in the list that rss-parser takes the first of; what is undefined is left out. */
export function rssNode(values: Readonly<Record<string, unknown>>): RssNode {
  const node: Record<string, readonly unknown[]> = {}
  for (const name in values) {
    const value = values[name]
    if (value !== undefined) node[name] = [value]
  }
  return node
}
