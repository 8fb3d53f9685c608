import type { Digest, DigestItem, DigestSection, ItemCarrier, Run } from './digest.ts'
import { digestWords } from './digest-words.ts'
import { drawnOnce } from './drawn-once.ts'
import { isWebLink } from './is-web-link.ts'
import { itemChips } from './item-chips.ts'
import { moreCarriers, moreStatements, repeatWords } from './story-words.ts'
import { wrapLines } from './wrap-lines.ts'

const WIDTH = 72
const INDENT = '  '

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
  const news = item.isFollowUp && item.snippet.length > 0 ? 'New: ' : ''
  const sources = [item.sources ?? '', repeatWords(item)].filter((words) => words !== '').join(' ')
  return [
    lines(item.title, meta, news + renderRuns(item.snippet)),
    ...renderStatements(item),
    lines(sources, item.reason, also),
    ...(isWebLink(item.url) ? [item.url] : []),
    ...(item.carriers ?? []).map(renderCarrier),
    moreCarriers(item),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** Set in from the item's own words, to be seen for what they are. */
function renderStatements(item: DigestItem): readonly string[] {
  const said = (item.statements ?? []).map(({ speaker, role, words, origin }) => {
    const office = role === undefined ? '' : `, ${role}`
    return `${speaker}${office}: ${words}${origin === undefined ? '' : ` (${origin})`}`
  })
  return [...said, moreStatements(item)]
    .filter((words) => words !== '')
    .map((words) =>
      wrapLines(words, WIDTH - INDENT.length)
        .map((line) => INDENT + line)
        .join('\n'),
    )
}

function renderCarrier(carrier: ItemCarrier): string {
  const chips = itemChips(carrier)
  const words = lines(`Also in ${carrier.outlet}${chips.length > 0 ? ` (${chips.join(', ')})` : ''}:`)
  return isWebLink(carrier.url) ? `${words}\n${carrier.url}` : words
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
