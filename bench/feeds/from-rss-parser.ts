import type StockParser from 'rss-parser'
import type { Found, Reading } from './case-checks.ts'

type Output = Awaited<ReturnType<StockParser['parseString']>>

/** rss-parser's output under the names of the cases. */
export function fromRssParser(output: Output): Reading {
  const { title, description, link, language, items } = output
  return {
    feed: {
      title,
      description: description ?? output.itunes?.summary,
      link,
      links: [link],
      language,
      authors: [output.creator ?? output.managingEditor],
      publishedAt: timeOf(output.pubDate),
      updatedAt: timeOf(output.lastBuildDate),
    },
    items: items.map(itemOf),
  }
}

function itemOf(item: Output['items'][number]): Found {
  return {
    id: item.guid ?? item.id ?? item['rdf:about'],
    title: item.title,
    link: item.link,
    links: [item.link],
    publishedAt: timeOf(item.isoDate),
    updatedAt: timeOf(item.date),
    authors: [item.creator, item.author],
    categories: item.categories ?? [],
    summary: item.summary ?? item.content,
    content: item['content:encoded'] ?? item.content,
    enclosures: [item.enclosure],
  }
}

function timeOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Date.parse(date)
}
