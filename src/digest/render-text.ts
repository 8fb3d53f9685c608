import type { Digest, DigestItem, DigestSection, Run } from './digest.ts'
import { digestWords } from './digest-words.ts'
import { drawnOnce } from './drawn-once.ts'
import { isWebLink } from './is-web-link.ts'
import { itemChips } from './item-chips.ts'
import { wrapLines } from './wrap-lines.ts'

const WIDTH = 72

/** The plain text of the mail: made for reading in a terminal, every link alone on its line. */
export function renderText(digest: Digest): string {
  const words = digestWords(digest)
  const viewUrl = digest.links?.viewUrl
  const blocks = [
    lines(digest.name.toUpperCase(), `${words.date} · ${words.headline}`, words.contents.join(' · ')),
    lines(digest.notice ?? ''),
    ...digest.sections.flatMap((section) => renderSection(section, viewUrl)),
    lines(...words.week),
    lines(...words.others),
    '-'.repeat(WIDTH),
    lines(...words.coverage),
    lines(...words.footer),
    ...words.links.map(({ label, url }) => `${label}:\n${url}`),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function renderSection(section: DigestSection, viewUrl: string | undefined): readonly string[] {
  const { items, cutIds, topicName } = section
  if (items.length === 0) return []
  const title = `${topicName.toUpperCase()} (${items.length + cutIds.length})`
  const heading = `\n${lines(title)}\n${'='.repeat(Math.min(title.length, WIDTH))}`
  const link = viewUrl === undefined ? '' : `:\n${viewUrl}`
  const more = cutIds.length > 0 ? [`and ${cutIds.length} more${link}`] : []
  return [heading, ...items.map(renderItemOnce), ...more]
}

const renderItemOnce = drawnOnce(renderItem)

function renderItem(item: DigestItem): string {
  const meta = [item.outlet, item.when, ...itemChips(item)].join(' · ')
  const also = item.alsoTopics.length > 0 ? `Also under: ${item.alsoTopics.join(', ')}` : ''
  return (
    lines(item.title, meta, renderRuns(item.snippet), item.reason, also) + (isWebLink(item.url) ? `\n${item.url}` : '')
  )
}

function renderRuns(runs: readonly Run[]): string {
  return runs.map((run) => (run.marked ? `*${run.text}*` : run.text)).join('')
}

function lines(...paragraphs: readonly string[]): string {
  return paragraphs
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => wrapLines(paragraph, WIDTH))
    .join('\n')
}
