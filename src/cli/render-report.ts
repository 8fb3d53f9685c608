import type { Report } from '../replay/report.ts'
import { styled, table } from './terminal.ts'

/** What was fetched, matched and mailed, for a terminal. */
export function renderReport(report: Report): string {
  return [fetchedPart(report), matchedPart(report), failedPart(report), mailedPart(report)]
    .filter((part) => part !== '')
    .join('\n\n')
}

function fetchedPart({ feeds, articles }: Report): string {
  const okCount = feeds.filter((feed) => feed.state === 'ok').length
  const readCount = articles.filter((article) => article.status === 'read').length
  return `${styled('bold', 'Fetched')}: ${okCount} of ${feeds.length} feeds, ${readCount} of ${articles.length} pages read`
}

function matchedPart({ articles }: Report): string {
  const matched = articles.filter((article) => article.topics.length > 0)
  const rows = matched.map((article) => [
    `  ${article.topics.map((topic) => topic.id).join(', ')}`,
    article.outlet,
    shorten(article.title),
  ])
  return `${styled('bold', 'Matched')}: ${matched.length} articles\n${table(rows)}`
}

function failedPart({ failures }: Report): string {
  if (failures.length === 0) return ''
  const rows = failures.map((failure) => [`  ${failure.url}`, failure.reason])
  return `${styled('bold', 'Not read')}: ${failures.length}\n${table(rows)}`
}

function mailedPart({ digests }: Report): string {
  const lines = digests.map((digest) => `  ${digest.subject} -> ${digest.to} (${digest.status})`)
  return `${styled('bold', 'Mailed')}: ${digests.length}\n${lines.join('\n')}`
}

function shorten(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text
}
