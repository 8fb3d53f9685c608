/** What a feed or an entry is to rss-parser: elements by name as xml2js hands them over, always in a list. */
export interface AtomNode {
  readonly id?: readonly [string]
  readonly title?: readonly [string]
  readonly link?: readonly [{ readonly $: { readonly rel: 'alternate'; readonly href: string } }]
  /** The field of ours, for what rss-parser has no name for. */
  readonly more: readonly [object]
}

interface NodeValues {
  readonly id?: string | undefined
  readonly title: string | undefined
  readonly link: string | undefined
  readonly more: object
}

export function atomNode({ id, title, link, more }: NodeValues): AtomNode {
  return {
    ...(id !== undefined && { id: [id] }),
    ...(title !== undefined && { title: [title] }),
    ...(link !== undefined && { link: [{ $: { rel: 'alternate', href: link } }] }),
    more: [more],
  }
}
