import { isMap, isScalar, isSeq, parseDocument, stringify, YAMLSeq } from 'yaml'
import { feedId } from './feed-id.ts'

/** A feed as it is written down: what is left out keeps its default. */
export interface NewFeed {
  readonly id?: string
  readonly url: string
  readonly outlet: string
  readonly timezone?: string
  readonly language?: string
}

/**
 * Adds feeds to the text of feeds.yaml, whose comments and layout stay as they are. A feed whose URL stands there
 * already is left out; an id that is taken gets a number.
 * @param yamlText a feeds.yaml that is valid or has no feeds yet
 */
export function addFeeds(yamlText: string, feeds: readonly NewFeed[]): string {
  const document = parseDocument(yamlText)
  const list = isMap(document.contents) ? document.contents.get('feeds', true) : undefined
  const entries = newEntries(isSeq(list) ? list : new YAMLSeq(), feeds)
  if (entries.length === 0) return yamlText
  if (isSeq(list) && list.items.length > 0 && list.flow !== true) return insertAfterLast(yamlText, list, entries)
  return replaceList(yamlText, list, entries)
}

function newEntries(list: YAMLSeq, feeds: readonly NewFeed[]): readonly NewFeed[] {
  const urls = new Set(scalarsOf(list, 'url').map((url) => hrefOf(url)))
  const ids = new Set([
    ...scalarsOf(list, 'id'),
    ...scalarsOf(list, 'url')
      .filter((url) => URL.canParse(url))
      .map(feedId),
  ])
  return feeds.flatMap((feed) => {
    if (urls.has(hrefOf(feed.url))) return []
    const id = freeId(feed.id ?? feedId(feed.url), ids)
    urls.add(hrefOf(feed.url))
    ids.add(id)
    const { url, outlet, timezone, language } = feed
    return [{ id, url, outlet, ...(timezone && { timezone }), ...(language && { language }) }]
  })
}

function scalarsOf(list: YAMLSeq, key: string): readonly string[] {
  return list.items.flatMap((item) => {
    const value = isMap(item) ? item.get(key) : undefined
    return typeof value === 'string' ? [value] : []
  })
}

function hrefOf(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`
  return id
}

/** Below the last feed, in its column, and above comments that follow it. */
function insertAfterLast(text: string, list: YAMLSeq, entries: readonly NewFeed[]): string {
  const [listStart = 0, listEnd = text.length] = list.range ?? []
  const indent = ' '.repeat(listStart - (text.lastIndexOf('\n', listStart - 1) + 1))
  const lineEnd = text.startsWith('\n', listEnd - 1) ? listEnd - 1 : text.indexOf('\n', listEnd)
  const head = lineEnd === -1 ? text : text.slice(0, lineEnd)
  const rest = lineEnd === -1 ? '\n' : text.slice(lineEnd)
  return `${head.replace(/\r$/, '')}\n${render(entries, indent)}${rest}`
}

/** The list is missing, empty or in brackets: it is written anew, with the feeds it had. */
function replaceList(text: string, list: unknown, entries: readonly NewFeed[]): string {
  const kept: readonly unknown[] = isSeq(list) ? list.toJSON() : []
  const block = `\n${render([...kept, ...entries], '  ')}`
  if (isSeq(list) || isScalar(list)) {
    const [start = 0, end = 0] = list.range ?? []
    return `${text.slice(0, start).trimEnd()}${block}${text.slice(end)}`
  }
  return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}feeds:${block}\n`
}

function render(entries: readonly unknown[], indent: string): string {
  const lines = stringify(entries, { lineWidth: 0 }).trimEnd().split('\n')
  return lines.map((line) => `${indent}${line}`).join('\n')
}
