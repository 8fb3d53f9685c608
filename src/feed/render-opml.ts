import { escapeUTF8 } from 'entities'
import type { OpmlFeed } from './parse-opml.ts'

/** An OPML 2.0 list of feeds, each in the outlines named by its folders. */
export function renderOpml(title: string, feeds: readonly OpmlFeed[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeUTF8(title)}</title></head>`,
    '  <body>',
    ...outlines(feeds, 0, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

/** Feeds first, then the folders of this depth, each in the order of its first feed. */
function outlines(feeds: readonly OpmlFeed[], depth: number, indent: string): string[] {
  const here = feeds.filter(({ folders }) => folders.length <= depth)
  const deeper = Map.groupBy(
    feeds.filter(({ folders }) => folders.length > depth),
    ({ folders }) => folders[depth] ?? '',
  )
  const lines = here.map((feed) => `${indent}<outline${attributes(feed)}/>`)
  for (const [folder, inside] of deeper) {
    const open = `${indent}<outline text="${escapeUTF8(folder)}">`
    lines.push(open, ...outlines(inside, depth + 1, `${indent}  `), `${indent}</outline>`)
  }
  return lines
}

function attributes({ url, title, siteUrl }: OpmlFeed): string {
  const site = siteUrl === undefined ? '' : ` htmlUrl="${escapeUTF8(siteUrl)}"`
  return ` type="rss" text="${escapeUTF8(title)}" title="${escapeUTF8(title)}" xmlUrl="${escapeUTF8(url)}"${site}`
}
