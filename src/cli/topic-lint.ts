import { type Command, InvalidArgumentError } from 'commander'
import type { DeskConfig } from '../config/desk-config.ts'
import { loadConfig } from '../config/load-config.ts'
import { openStore } from '../store/open-store.ts'
import { lintClauses } from '../topic/lint-clauses.ts'
import type { LintFinding } from '../topic/lint-finding.ts'
import { lintLanguages } from '../topic/lint-languages.ts'
import { lintPeople } from '../topic/lint-people.ts'
import { openArchiveLint } from '../topic/open-archive-lint.ts'
import { EXIT } from './exit-code.ts'
import { loadEnvironment } from './load-environment.ts'
import { openProgress } from './open-progress.ts'
import { scanArchive } from './scan-archive.ts'
import { sinceOption } from './since-option.ts'
import { print, printJson, say, styled } from './terminal.ts'

const DAY_MS = 24 * 60 * 60_000
const DEFAULT_SINCE_MS = 30 * DAY_MS
/** Fewer articles say nothing about what never happens. */
const TELLING_COUNT = 100

interface LintFlags {
  readonly since?: number
  readonly maxShare: number
  readonly json?: true
}

export function addTopicLint(topic: Command): void {
  topic
    .command('lint')
    .description('What is doubtful about topics and people: by themselves, and by what they did in the archive.')
    .option('--since <time>', 'how far back to look: 30d, 12h or a day (default: 30d)', sinceOption)
    .option('--max-share <percent>', 'a topic that matches more of all articles is too wide', percentOption, 20)
    .option('--json', 'as JSON')
    .action(lint)
}

async function lint(flags: LintFlags): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  const since = flags.since ?? Date.now() - DEFAULT_SINCE_MS
  const { articleCount, seen } = await lintStored(config, environment.databaseUrl, { since, share: flags.maxShare })
  const findings = [...lintWritten(config), ...seen]
  if (findings.length > 0) process.exitCode = EXIT.no
  if (flags.json) return printJson({ articleCount, findings })
  if (articleCount < TELLING_COUNT)
    say(`${articleCount} articles are too few to judge by: topics and people are judged by themselves alone`)
  print(findings.length === 0 ? `nothing found, by ${articleCount} articles` : findings.map(render).join('\n'))
}

function lintWritten({ topics, feeds, people }: DeskConfig): readonly LintFinding[] {
  const ofTopics = topics.flatMap((topic) => [...lintClauses(topic), ...lintLanguages(topic, feeds, people)])
  return [...ofTopics, ...lintPeople(people)]
}

async function lintStored(
  { topics, people }: DeskConfig,
  databaseUrl: string,
  { since, share }: { readonly since: number; readonly share: number },
): Promise<{ readonly articleCount: number; readonly seen: readonly LintFinding[] }> {
  await using store = await openStore(databaseUrl)
  const watching = openArchiveLint(topics, people)
  const progress = openProgress('looking')
  const count = await store.countArchive({ since })
  let articleCount = 0
  const onScanned = (more: number) => {
    articleCount += more
    progress.show(articleCount / Math.max(count, 1))
  }
  for await (const { text } of scanArchive(store, { span: { since }, people }, onScanned)) watching.add(text)
  progress.end()
  const days = Math.round((Date.now() - since) / DAY_MS)
  return { articleCount, seen: watching.find({ mostShare: share / 100, days }) }
}

function render({ fault, of, found, advice }: LintFinding): string {
  return `${styled('bold', of)}  ${fault}\n    ${found}\n    ${advice}`
}

function percentOption(text: string): number {
  const percent = Number(text.replace(/ ?%$/, ''))
  if (percent > 0 && percent <= 100) return percent
  throw new InvalidArgumentError('expected a share such as 20%.')
}
