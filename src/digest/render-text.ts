import type { Digest, DigestItem, DigestSection, Run } from './digest.ts'
import { digestWords } from './digest-words.ts'
import { isWebLink } from './is-web-link.ts'
import { itemChips } from './item-chips.ts'
import { wrapLines } from './wrap-lines.ts'

const WIDTH = 72

/** The plain text of the mail: made for reading in a terminal, every link alone on its line. */
export function renderText(digest: Digest): string {
  const words = digestWords(digest)
  const blocks = [
    lines(digest.name.toUpperCase(), `${words.date} · ${words.headline}`),
    ...digest.sections.flatMap(renderSection),
    ...words.others.map((sentence) => lines(sentence)),
    '-'.repeat(WIDTH),
    lines(...words.coverage),
    lines(...words.footer),
  ]
  return `${blocks.join('\n\n')}\n`
}

function renderSection(section: DigestSection): readonly string[] {
  const title = `${section.topicName.toUpperCase()} (${section.items.length + section.moreCount})`
  const heading = `\n${lines(title)}\n${'='.repeat(Math.min(title.length, WIDTH))}`
  const more = section.moreCount > 0 ? [`and ${section.moreCount} more`] : []
  return [heading, ...section.items.map(renderItem), ...more]
}

function renderItem(item: DigestItem): string {
  const meta = [item.outlet, item.when, ...itemChips(item)].join(' · ')
  const also = item.alsoTopics.length > 0 ? `Also under: ${item.alsoTopics.join(', ')}` : ''
  const parts = [item.title, meta, renderRuns(item.snippet), item.reason, also].filter((part) => part !== '')
  return lines(...parts) + (isWebLink(item.url) ? `\n${item.url}` : '')
}

function renderRuns(runs: readonly Run[]): string {
  return runs.map((run) => (run.marked ? `*${run.text}*` : run.text)).join('')
}

function lines(...paragraphs: readonly string[]): string {
  return paragraphs.flatMap((paragraph) => wrapLines(paragraph, WIDTH)).join('\n')
}
