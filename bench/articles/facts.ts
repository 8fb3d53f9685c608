import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { foldText, normalizeText } from '../../src/article/normalize-text.ts'
import { publicationDay } from '../../src/article/publication-day.ts'
import { readPage } from '../../src/article/read-page.ts'

/** One line of the set: a news page and what is true of it. */
interface Truth {
  readonly id: string
  readonly url: string
  readonly title?: string | null
  /** Names, with commas between them. */
  readonly author?: string | null
  /** ISO date and time, mostly with an offset. */
  readonly date?: string | null
}

interface Facts {
  readonly title: string
  readonly authors: readonly string[]
  /** The date in the offset of the truth, YYYY-MM-DD. */
  readonly day: string | undefined
}

type Reader = (html: string, truth: Truth) => Facts

/** The corpus lies beside the tree where it is given; it is not part of it. */
const corpus = new URL('../../../shared/corpora/articles/fundus/', import.meta.url)
const isVerbose = process.argv.includes('--failures')

const checks: readonly {
  readonly name: string
  readonly isKnown: (truth: Truth) => boolean
  readonly isRight: (found: Facts, truth: Truth) => boolean
}[] = [
  {
    name: 'title exact',
    isKnown: ({ title }) => Boolean(title),
    isRight: (found, { title }) => foldQuotes(found.title) === foldQuotes(title ?? ''),
  },
  {
    name: 'day of publication',
    isKnown: ({ date }) => Boolean(date),
    isRight: (found, { date }) => found.day === date?.slice(0, 10),
  },
  {
    name: 'authors, as a set',
    isKnown: ({ author }) => Boolean(author),
    isRight: (found, { author }) => setOf(found.authors) === setOf((author ?? '').split(', ')),
  },
]

const readers: Readonly<Record<string, Reader>> = { nightdesk: readOurs, 'plain Readability': readPlain }

if (existsSync(corpus)) main()
else process.stdout.write('no corpus of article pages beside this tree: nothing to measure\n')

function main(): void {
  const lines = readFileSync(new URL('truth.jsonl', corpus), 'utf8').trim().split('\n')
  const truths = lines.map((line): Truth => JSON.parse(line))
  const rights = Object.entries(readers).map(([name, reader]) => ({ name, counts: countRights(truths, name, reader) }))
  for (const [index, check] of checks.entries()) {
    const known = truths.filter(check.isKnown).length
    const figures = rights.map(({ name, counts }) => `${name} ${share(counts[index] ?? 0, known)}`)
    process.stdout.write(`${check.name.padEnd(20)} ${figures.join('   ')}\n`)
  }
}

function countRights(truths: readonly Truth[], name: string, reader: Reader): readonly number[] {
  const counts = checks.map(() => 0)
  for (const truth of truths) {
    const html = gunzipSync(readFileSync(new URL(`pages/${truth.id}.html.gz`, corpus))).toString('utf8')
    const found = reader(html, truth)
    for (const [index, check] of checks.entries()) {
      if (!check.isKnown(truth)) continue
      if (check.isRight(found, truth)) counts[index] = (counts[index] ?? 0) + 1
      else if (isVerbose && name === 'nightdesk') process.stdout.write(`${check.name}: ${describe(found, truth)}\n`)
    }
  }
  return counts
}

function describe(found: Facts, { id, title, author, date }: Truth): string {
  return `${id}\n  expected ${JSON.stringify({ title, author, date })}\n  got      ${JSON.stringify(found)}`
}

function share(count: number, total: number): string {
  return `${count} of ${total} (${((100 * count) / total).toFixed(1)} %)`
}

function readOurs(html: string, { url, date }: Truth): Facts {
  const reading = readPage({
    html,
    url,
    outlet: '',
    timezone: 'UTC',
    now: Date.now(),
    listed: { title: '', authors: [] },
  })
  const { published } = reading
  const day = published?.precision === 'day' ? publicationDay(published) : dayOf(published?.at, date)
  return { title: reading.title, authors: reading.authors, day }
}

function readPlain(html: string, { url, date }: Truth): Facts {
  const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() })
  const article = new Readability(window.document).parse()
  window.close()
  const names = (article?.byline ?? '')
    .replace(/^\s*(?:by|von|par|por)\s+/i, '')
    .split(/\s*(?:,|;|\||\band\b|\bund\b)\s*/)
  return {
    title: article?.title ?? '',
    authors: names.filter((name) => name !== ''),
    day: dayOf(Date.parse(article?.publishedTime ?? ''), date),
  }
}

/** The day of an instant on the calendar that the truth is written in. */
function dayOf(at: number | undefined, date: string | null | undefined): string | undefined {
  if (at === undefined || Number.isNaN(at)) return undefined
  const offset = /([+-])(\d\d):(\d\d)$/.exec(date ?? '')
  const minutes = offset === null ? 0 : (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1)
  return new Date(at + minutes * 60_000).toISOString().slice(0, 10)
}

/** Space and the kinds of quotation marks are the typesetter's. */
function foldQuotes(text: string): string {
  return normalizeText(text)
    .replace(/[“”„«»‟″]/g, '"')
    .replace(/[‘’‚‹›‛′`´]/g, "'")
}

function setOf(names: readonly string[]): string {
  return [...new Set(names.map(foldText))].sort().join('|')
}
