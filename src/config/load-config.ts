import type { PeopleBook } from '../person/person.ts'
import { topicVersions, versionOfAll } from '../topic/topic-version.ts'
import { checkDkim } from './check-dkim.ts'
import { ConfigError } from './config-error.ts'
import { configFiles } from './config-files.ts'
import type { ConfigProblem, ReportProblem } from './config-problem.ts'
import type { DeskConfig } from './desk-config.ts'
import type { Environment } from './environment.ts'
import { loadSource } from './load-source.ts'
import { readDigests } from './read-digests.ts'
import { readFeeds } from './read-feeds.ts'
import { readPeople } from './read-people.ts'
import { readSettings } from './read-settings.ts'
import { readTopics } from './read-topics.ts'
import { defaultSettings } from './settings.ts'
import type { SourceFile } from './source-file.ts'
import { declaredTexts } from './well-formed.ts'

const NOBODY: PeopleBook = { roles: [], people: [], aliases: {} }

interface Sources {
  readonly feeds: SourceFile | undefined
  readonly topics: SourceFile | undefined
  readonly people: SourceFile | undefined
  readonly digests: SourceFile | undefined
  readonly settings: SourceFile | undefined
}

/**
 * Reads and checks the whole config in `dir`.
 * @throws ConfigError with every mistake in every file
 */
export async function loadConfig(dir: string, environment: Environment): Promise<DeskConfig> {
  const problems: ConfigProblem[] = []
  const report: ReportProblem = (problem) => problems.push(problem)
  const warnings: ConfigProblem[] = []
  const tell = { report, warn: (problem: ConfigProblem) => warnings.push(problem) }
  const config = readConfig(await loadSources(dir, report), environment, tell)
  if (problems.length > 0) throw new ConfigError(problems.toSorted(byPlace))
  return { ...config, warnings: warnings.toSorted(byPlace) }
}

async function loadSources(dir: string, report: ReportProblem): Promise<Sources> {
  const [feeds, topics, people, digests, settings] = await Promise.all([
    loadSource(dir, 'feeds.yaml', { report, isRequired: true }),
    loadSource(dir, 'topics.yaml', { report, isRequired: true }),
    loadSource(dir, 'people.yaml', { report, isRequired: false }),
    loadSource(dir, 'digests.yaml', { report, isRequired: true }),
    loadSource(dir, 'settings.yaml', { report, isRequired: false }),
  ])
  return { feeds, topics, people, digests, settings }
}

/** Takes from every readable file what it can, so that one mistake hides no other. */
function readConfig(
  sources: Sources,
  environment: Environment,
  tell: { readonly report: ReportProblem; readonly warn: ReportProblem },
): Omit<DeskConfig, 'warnings'> {
  const { report } = tell
  const settings = sources.settings === undefined ? defaultSettings : readSettings(sources.settings, report)
  if (sources.settings !== undefined) checkDkim(sources.settings, { settings, environment }, report)
  const feeds = sources.feeds === undefined ? undefined : readFeeds(sources.feeds, report)
  const people = sources.people === undefined ? NOBODY : readPeople(sources.people, report)
  const topics = sources.topics === undefined ? [] : readTopics(sources.topics, { book: people, feeds, ...tell })
  const topicIds =
    sources.topics === undefined ? undefined : declaredTexts(sources.topics, 'topics', 'id').map(({ value }) => value)
  return {
    feeds: feeds ?? [],
    topics,
    people,
    digests:
      sources.digests === undefined
        ? []
        : readDigests(sources.digests, { environment, topicIds, timezone: settings.timezone }, report),
    settings,
    version: versionOfAll(topicVersions(topics, people)),
  }
}

function byPlace(left: ConfigProblem, right: ConfigProblem): number {
  const order = rankOf(left) - rankOf(right)
  return order || left.line - right.line || left.column - right.column
}

function rankOf({ file }: ConfigProblem): number {
  return configFiles.findIndex((name) => file.endsWith(name))
}
