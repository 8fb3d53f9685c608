import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Dice, rollDice } from './dice.ts'
import { growPage } from './grow-page.ts'
import { inventHeadline, inventParagraph } from './invent-text.ts'
import { loadTemplates, type PageTemplate } from './load-templates.ts'

export interface DaySize {
  readonly feedCount: number
  readonly articlesPerFeed: number
}

export interface WrittenDay {
  readonly templateCount: number
  /** Of all pages, before and after gzip. */
  readonly pageBytes: number
  readonly sentBytes: number
}

type Responses = Record<string, { headers: Record<string, string>; file: string }>

export const START_AT = Date.UTC(2024, 5, 14, 20)
const HOUR_MS = 3_600_000
const SMALLEST_PAGE = 30_000
const LARGEST_PAGE = 300_000
const compress = promisify(gzip)

/** Writes a day in the form of the recorded ones: feeds and pages as servers send them, gzipped, and its config. */
export async function writeDay(dir: string, size: DaySize): Promise<WrittenDay> {
  const templates = await loadTemplates()
  const responses: Responses = {}
  let pageBytes = 0
  let sentBytes = 0
  for (let feed = 0; feed < size.feedCount; feed++) {
    const host = hostOf(feed)
    await mkdir(join(dir, 'served', host), { recursive: true })
    const items: string[] = []
    for (let article = 0; article < size.articlesPerFeed; article++) {
      const dice = rollDice(feed * 1_000 + article)
      const page = makePage(templates, `https://${host}/news/${article}`, dice)
      const body = await compress(page.body)
      const file = `served/${host}/${article}.html.gz`
      await writeFile(join(dir, file), body)
      responses[page.url] = { headers: { 'content-type': page.contentType, 'content-encoding': 'gzip' }, file }
      items.push(itemOf(page, dice))
      pageBytes += page.body.length
      sentBytes += body.length
    }
    await writeFeed(dir, host, items, responses)
  }
  await writeFile(join(dir, 'responses.yaml'), JSON.stringify({ responses }))
  const start = new Date(START_AT).toISOString()
  await writeFile(join(dir, 'day.yaml'), JSON.stringify({ start, end: start, what: 'A day made for measuring' }))
  await writeConfig(dir, size)
  return { templateCount: templates.length, pageBytes, sentBytes }
}

function hostOf(feed: number): string {
  return `outlet-${feed}.example`
}

function makePage(templates: readonly [PageTemplate, ...PageTemplate[]], url: string, dice: Dice) {
  const template = dice.pick(templates)
  const title = inventHeadline(dice)
  const html = growPage(template, { url, title, byteCount: dice.spread(SMALLEST_PAGE, LARGEST_PAGE) }, dice)
  return { url, title, contentType: template.contentType, body: Buffer.from(html, 'latin1') }
}

function itemOf(page: { readonly url: string; readonly title: string }, dice: Dice): string {
  const date = new Date(START_AT - dice.between(1, 18 * HOUR_MS)).toUTCString()
  const summary = inventParagraph(dice)
  return `<item><title>${page.title}</title><link>${page.url}</link><guid>${page.url}</guid><pubDate>${date}</pubDate><description>${summary}</description></item>`
}

async function writeFeed(dir: string, host: string, items: readonly string[], responses: Responses): Promise<void> {
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title><link>https://${host}/</link><description>News</description>${items.join('\n')}</channel></rss>`
  await writeFile(join(dir, 'served', host, 'feed.xml.gz'), await compress(feed))
  await writeFile(join(dir, 'served', host, 'robots.txt'), 'User-agent: *\nDisallow: /search/\n')
  responses[`https://${host}/feed.xml`] = {
    headers: { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' },
    file: `served/${host}/feed.xml.gz`,
  }
  responses[`https://${host}/robots.txt`] = {
    headers: { 'content-type': 'text/plain' },
    file: `served/${host}/robots.txt`,
  }
}

/** Topics and people as on a recorded day, so that matching has real work; JSON is YAML. */
async function writeConfig(dir: string, size: DaySize): Promise<void> {
  const recorded = join(import.meta.dirname, '..', '..', 'fixtures', 'days', '2024-06-14', 'config')
  const config = join(dir, 'config')
  await mkdir(config)
  for (const name of ['topics.yaml', 'people.yaml', 'digests.yaml']) {
    await copyFile(join(recorded, name), join(config, name))
  }
  const feeds = Array.from({ length: size.feedCount }, (_, feed) => ({
    id: `outlet-${feed}`,
    url: `https://${hostOf(feed)}/feed.xml`,
    outlet: `Outlet ${feed}`,
    timezone: 'Europe/London',
  }))
  await writeFile(join(config, 'feeds.yaml'), JSON.stringify({ feeds }))
  await writeFile(join(config, 'settings.yaml'), JSON.stringify({ fetch: { 'host-gap': '1ms' } }))
}
