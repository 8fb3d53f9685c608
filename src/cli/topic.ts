import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import type { Command } from 'commander'
import type { DeskConfig } from '../config/desk-config.ts'
import type { Environment } from '../config/environment.ts'
import { loadConfig } from '../config/load-config.ts'
import { decodeText } from '../fetch/decode-text.ts'
import type { Match } from '../topic/match.ts'
import { compileTopics, matchTopics } from '../topic/match-topics.ts'
import { EXIT } from './exit-code.ts'
import { loadEnvironment } from './load-environment.ts'
import { openReadonlyDesk } from './open-readonly-desk.ts'
import { print, printJson, say, styled, table } from './terminal.ts'
import { UsageError } from './usage-error.ts'

interface Sample {
  readonly title: string
  readonly body: string
}

export function addTopic(program: Command): void {
  const topic = program.command('topic').description('See what the topics are and try them.')
  topic.command('list').description('The topics in the config.').option('--json', 'as JSON').action(list)
  topic
    .command('test <source>')
    .description(
      'Which topics match a page (an URL), a file (HTML, or text whose first line is the title), or - for stdin.',
    )
    .option('--json', 'as JSON')
    .action(test)
}

async function list(options: { readonly json?: true }): Promise<void> {
  const environment = loadEnvironment()
  const { topics } = await loadConfig(environment.configDir, environment)
  if (options.json) return printJson(topics)
  print(table(topics.map((topic) => [topic.id, topic.name, `any of ${topic.any.length}`, topic.all.join(' + ')])))
}

async function test(source: string, options: { readonly json?: true }): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  const sample = await readSample(source, environment, config)
  const matches = matchTopics(compileTopics(config.topics, config.people.aliases), { ...sample, source: 'full' })
  if (matches.length === 0) process.exitCode = EXIT.no
  if (options.json) return printJson({ title: sample.title, matches })
  say(`read: ${sample.title}`)
  print(matches.length === 0 ? 'no topic matches' : matches.map(explain).join('\n'))
}

function explain(match: Match): string {
  const rows = match.evidence.map((each) => [
    `  ${each.clause}`,
    each.phrase,
    `“${each.words}”`,
    `${each.field} at ${each.start}`,
  ])
  return `${styled('bold', match.topicId)}\n${table(rows)}`
}

async function readSample(source: string, environment: Environment, config: DeskConfig): Promise<Sample> {
  if (/^https?:\/\//.test(source)) return readUrl(source, environment, config)
  const text = source === '-' ? await readAll(process.stdin) : decodeText(await readFile(source))
  if (/<html|<!doctype html|<body/i.test(text.slice(0, 2_000)))
    return readHtml(text, 'https://page.invalid/', environment, config)
  const [title = '', ...body] = text.split('\n')
  return { title: title.trim(), body: body.join('\n').trim() }
}

async function readUrl(url: string, environment: Environment, config: DeskConfig): Promise<Sample> {
  await using desk = await openReadonlyDesk({ ...environment, databaseUrl: ':memory:' }, config)
  const outcome = await desk.door.fetchPage({ url })
  if (outcome.kind === 'fresh') return readHtml(outcome.text, outcome.url, environment, config)
  throw new UsageError(`${url}: ${outcome.kind === 'failed' ? outcome.failure.message : 'the server sent no page'}`)
}

async function readHtml(html: string, url: string, environment: Environment, config: DeskConfig): Promise<Sample> {
  await using desk = await openReadonlyDesk({ ...environment, databaseUrl: ':memory:' }, config)
  const listed = { title: '', authors: [] }
  const page = { html, url, outlet: '', timezone: config.settings.timezone, now: Date.now(), listed }
  const read = await desk.ports.readPage(page)
  if (read.kind === 'failed') throw new UsageError(`${url}: ${read.reason}`)
  return { title: read.reading.title, body: read.reading.text }
}
