import type { Command } from 'commander'
import type { DeskConfig } from '../config/desk-config.ts'
import { loadConfig } from '../config/load-config.ts'
import type { PeopleBook } from '../person/person.ts'
import { groupUtterances, type Utterance } from '../statement/group-utterances.ts'
import { openStore, type Store } from '../store/open-store.ts'
import type { LedgerEntry } from '../store/statement-store.ts'
import { EXIT } from './exit-code.ts'
import { findTopic } from './find-topic.ts'
import { loadEnvironment } from './load-environment.ts'
import { openSpeakerChoice } from './open-speaker-choice.ts'
import { renderCsv } from './render-csv.ts'
import { renderRuns } from './render-runs.ts'
import { sinceOption } from './since-option.ts'
import { print, printJson, styled } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const DAY_MS = 24 * 60 * 60_000
const DEFAULT_SINCE_MS = 30 * DAY_MS

interface LedgerFlags {
  readonly speaker?: string
  readonly topic?: string
  readonly since?: number
  readonly json?: true
  readonly csv?: true
}

/** One thing said once, for a row of the ledger. */
interface LedgerRow {
  /** ISO date: when it was said, where the article tells, else when it was first published (UTC). */
  readonly day: string
  readonly speaker: string
  readonly personId?: string
  /** As what, on that day. */
  readonly role?: string
  readonly kind: 'direct' | 'partial' | 'indirect'
  readonly words: string
  readonly cue: string
  readonly firstOutlet: string
  /** Others that printed it. */
  readonly alsoIn: readonly string[]
  /** Whom the outlets had it from, nearest to the speaker first. */
  readonly carriedBy: readonly string[]
  readonly articleId: string
  readonly url: string
}

export function addStatements(program: Command): void {
  program
    .command('statements')
    .description('The ledger of who said what in articles that match: one line for each thing said, the newest first.')
    .option('--speaker <who>', 'words of a name, or @ and the id of a person or role of people.yaml')
    .option('--topic <id>', 'only in articles that match this topic')
    .option('--since <time>', 'only in articles published since: 30d, 12h or a day (default: 30d)', sinceOption)
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV with a header')
    .action(statements)
}

async function statements(flags: LedgerFlags): Promise<void> {
  if (flags.json && flags.csv) throw new UsageError('statements: expected --json or --csv, got both')
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  await using store = await openStore(environment.databaseUrl)
  const entries = await loadEntries(store, config, flags)
  const urls = new Map(entries.map(({ articleId, url }) => [articleId, url]))
  const rows = groupUtterances(entries).map((utterance) => rowOf(utterance, { people: config.people, urls }))
  const newestFirst = rows.toSorted((left, right) => right.day.localeCompare(left.day))
  if (rows.length === 0) process.exitCode = EXIT.no
  if (flags.json) return printJson(newestFirst)
  if (flags.csv) return print(renderCsv([HEADER, ...newestFirst.map(cellsOf)]))
  print(rows.length === 0 ? 'nothing said' : newestFirst.map(renderRow).join('\n'))
}

async function loadEntries(store: Store, config: DeskConfig, flags: LedgerFlags): Promise<readonly LedgerEntry[]> {
  const since = flags.since ?? Date.now() - DEFAULT_SINCE_MS
  const topicId = flags.topic === undefined ? undefined : findTopic(config, flags.topic).id
  const request = { since, ...(topicId !== undefined && { topicId }) }
  if (flags.speaker === undefined) return store.loadLedger(request)
  const choice = openSpeakerChoice(flags.speaker, config.people)
  const known = await store.loadSpeakers(since)
  const speakers = [...new Set(known.filter(choice.mayBe).map(({ name }) => name))]
  const entries = await store.loadLedger({ ...request, speakers })
  return entries.filter(({ statement }) => choice.isMeant(statement))
}

function rowOf(
  { shown, mentions }: Utterance,
  { people, urls }: { readonly people: PeopleBook; readonly urls: ReadonlyMap<string, string> },
): LedgerRow {
  const { statement } = shown
  const [first = shown] = mentions
  const outlets = [...new Set(mentions.map(({ outlet }) => outlet))]
  const role = roleOf(statement, people)
  const { name, personId } = statement.speaker
  return {
    day: statement.saidAt ?? new Date(first.at).toISOString().slice(0, 10),
    speaker: name,
    ...(personId !== undefined && { personId }),
    ...(role !== undefined && { role }),
    kind: statement.kind,
    words: statement.text,
    cue: statement.cue,
    firstOutlet: first.outlet,
    alsoIn: outlets.filter((outlet) => outlet !== first.outlet),
    carriedBy: [...new Set(mentions.flatMap((mention) => mention.statement.carriedBy))],
    articleId: shown.articleId,
    url: urls.get(shown.articleId) ?? '',
  }
}

function roleOf({ role }: LedgerEntry['statement'], { roles }: PeopleBook): string | undefined {
  const held = roles.find(({ id }) => id === role?.roleId)
  return held?.names[0] ?? role?.printed
}

function renderRow(row: LedgerRow): string {
  const { day, role, words, cue, firstOutlet, alsoIn, carriedBy } = row
  const also = alsoIn.length > 0 ? `; also ${alsoIn.join(', ')}` : ''
  const from = carriedBy.length > 0 ? `; from ${carriedBy.join(', ')}` : ''
  const said = [...(role === undefined ? [] : [`(${role})`]), ...(cue === '' ? [] : [cue]), words].join('  ')
  return `${day}  ${styled('bold', plain(row.speaker))}  ${plain(said)}  ${plain(`[${firstOutlet}${also}${from}]`)}`
}

/** On one line, without what a page could do to a terminal. */
function plain(text: string): string {
  return text
    .split('  ')
    .map((part) => renderRuns([{ text: part, marked: false }]))
    .join('  ')
}

const HEADER = 'day,speaker,person,role,kind,words,cue,first_outlet,also_in,carried_by,article,url'.split(',')

function cellsOf(row: LedgerRow): readonly string[] {
  const { day, speaker, personId = '', role = '', kind, words, cue } = row
  const outlets = [row.firstOutlet, row.alsoIn.join('; '), row.carriedBy.join('; ')]
  return [day, speaker, personId, role, kind, words, cue, ...outlets, row.articleId, row.url]
}
