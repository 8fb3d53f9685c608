import { type Command, InvalidArgumentError } from 'commander'
import { loadConfig } from '../config/load-config.ts'
import { renderProblem } from '../config/render-problem.ts'
import type { PeopleBook } from '../person/person.ts'
import { openStore, type Store } from '../store/open-store.ts'
import { type CompiledTopics, compileTopics } from '../topic/compile-topics.ts'
import type { Match } from '../topic/match.ts'
import { matchTopics } from '../topic/match-topics.ts'
import type { MatchedText } from '../topic/matched-text.ts'
import { parseQuery } from '../topic/parse-query.ts'
import type { Sieve } from '../topic/sieve.ts'
import { sieveQuery } from '../topic/sieve-query.ts'
import { textOfReading } from '../topic/text-of-reading.ts'
import { EXIT } from './exit-code.ts'
import { loadEnvironment } from './load-environment.ts'
import { renderPassages } from './render-match.ts'
import { sinceOption } from './since-option.ts'
import { print, printJson, say, styled } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** Articles read from the archive at a time. */
const BATCH_SIZE = 50
const DEFAULT_LIMIT = 20

interface SearchFlags {
  readonly since?: number
  readonly limit: number
  readonly json?: true
}

interface Found {
  readonly articleId: string
  readonly url: string
  readonly outlet: string
  readonly publishedAt: number
  readonly text: MatchedText
  readonly match: Match
}

export function addSearch(program: Command): void {
  program
    .command('search <query>')
    .description("Find stored articles by a query, as in a topic: 'peace* NEAR/5 plan'. The newest come first.")
    .option('--since <time>', 'only what was first seen since: 30d, 12h or a day', sinceOption)
    .option('--limit <count>', 'how many at most', limitOption, DEFAULT_LIMIT)
    .option('--json', 'as JSON')
    .action(search)
}

async function search(query: string, flags: SearchFlags): Promise<void> {
  const environment = loadEnvironment()
  const { people } = await loadConfig(environment.configDir, environment)
  const sieve = readQuery(query, people)
  const compiled = compileTopics([{ id: 'search', name: 'Search', any: [], all: [], none: [], query }], people)
  await using store = await openStore(environment.databaseUrl)
  const found = await find(store, { sieve, compiled, people, since: flags.since ?? 0, limit: flags.limit })
  if (found.length === 0) process.exitCode = EXIT.no
  if (flags.json) return printJson(found.map(jsonOf))
  print(found.length === 0 ? 'nothing found' : found.map(render).join('\n\n'))
}

/** @throws UsageError with every mistake and a caret under each */
function readQuery(query: string, book: PeopleBook): Sieve {
  const parsed = parseQuery(query, book)
  const told = (parsed.kind === 'mistakes' ? parsed.mistakes : parsed.warnings).map((mistake) =>
    renderProblem({
      file: 'query',
      line: 1,
      column: mistake.start + 1,
      expected: mistake.expected,
      got: mistake.got,
      sourceLine: query,
      ...(mistake.suggestion !== undefined && { hint: `did you mean \`${mistake.suggestion}\`?` }),
    }),
  )
  if (parsed.kind === 'mistakes') throw new UsageError(told.join('\n'))
  for (const warning of told) say(`warning: ${warning}`)
  return sieveQuery(parsed.query, book)
}

/** The index gives what may match, the newest first; the topics' engine judges it, until there is enough. */
async function find(
  store: Store,
  request: {
    readonly sieve: Sieve
    readonly compiled: CompiledTopics
    readonly people: PeopleBook
    readonly since: number
    readonly limit: number
  },
): Promise<readonly Found[]> {
  const { sieve, compiled, people, since, limit } = request
  const ids = await store.findArticleIds({ sieve, since })
  const found: Found[] = []
  for (let first = 0; first < ids.length && found.length < limit; first += BATCH_SIZE) {
    for (const { article } of await store.loadArchived(ids.slice(first, first + BATCH_SIZE))) {
      if (article.reading === undefined || found.length === limit) continue
      const text = textOfReading({ ...article, reading: article.reading }, people)
      const [match] = matchTopics(compiled, text)
      const { id: articleId, url, outlet } = article
      const publishedAt = text.publishedAt ?? article.firstSeenAt
      if (match !== undefined) found.push({ articleId, url, outlet, publishedAt, text, match })
    }
  }
  return found
}

function render({ url, outlet, publishedAt, text, match }: Found): string {
  const day = new Date(publishedAt).toISOString().slice(0, 10)
  return [styled('bold', text.title), `  ${day}  ${outlet}  ${url}`, ...renderPassages(match.evidence, text)].join('\n')
}

function jsonOf({ text, match, publishedAt, ...article }: Found) {
  const { title } = text
  return { ...article, title, publishedAt: new Date(publishedAt).toISOString(), evidence: match.evidence }
}

function limitOption(text: string): number {
  const limit = Number(text)
  if (Number.isInteger(limit) && limit > 0 && limit <= 10_000) return limit
  throw new InvalidArgumentError('expected a number from 1 to 10000.')
}
