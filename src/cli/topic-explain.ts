import type { Command } from 'commander'
import type { DeskConfig } from '../config/desk-config.ts'
import { loadConfig } from '../config/load-config.ts'
import type { ArchivedArticle } from '../store/archive-store.ts'
import { compileTopics } from '../topic/compile-topics.ts'
import { describeMiss } from '../topic/describe-miss.ts'
import { explainMiss, type Miss } from '../topic/explain-miss.ts'
import { highlight } from '../topic/highlight.ts'
import type { Match } from '../topic/match.ts'
import { matchTopics } from '../topic/match-topics.ts'
import type { MatchedText } from '../topic/matched-text.ts'
import { findTemptingFurniture, type TemptingFurniture } from '../topic/tempting-furniture.ts'
import { textOfReading } from '../topic/text-of-reading.ts'
import { topicVersions } from '../topic/topic-version.ts'
import { EXIT } from './exit-code.ts'
import { findArticle } from './find-article.ts'
import { findTopic } from './find-topic.ts'
import { loadEnvironment } from './load-environment.ts'
import { renderMatch } from './render-match.ts'
import { renderMiss } from './render-miss.ts'
import { renderRuns } from './render-runs.ts'
import { print, printJson } from './terminal.ts'
import { UsageError } from './usage-error.ts'

interface Explanation {
  readonly text: MatchedText
  readonly match?: Match
  readonly miss?: Miss
  /** Blocks of the page that are no part of the article, and with which it would match. */
  readonly furniture: readonly TemptingFurniture[]
  /** What the desk holds of the topic and the article. */
  readonly stored: string
}

export function addTopicExplain(topic: Command): void {
  topic
    .command('explain <topic> <article>')
    .description('Why a topic matches a stored article (its id or URL), or what it lacks.')
    .option('--json', 'as JSON')
    .action(explain)
}

async function explain(topicId: string, name: string, flags: { readonly json?: true }): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  const archived = await findArticle(environment.databaseUrl, name)
  if (archived === undefined) throw new UsageError(`expected the id or URL of an article in the archive, got ${name}`)
  const explanation = explainArticle(config, topicId, archived)
  if (explanation.match === undefined) process.exitCode = EXIT.no
  if (flags.json) return printJson(jsonOf(topicId, archived, explanation))
  print(`${archived.article.outlet}: ${explanation.text.title}\n${archived.article.url}\n`)
  print(renderExplanation(explanation))
}

function explainArticle(config: DeskConfig, topicId: string, { article, matches }: ArchivedArticle): Explanation {
  const { reading } = article
  if (reading === undefined) throw new UsageError(`${article.url}: it is not read yet (${article.status})`)
  const compiled = compileTopics([findTopic(config, topicId)], config.people)
  const text = textOfReading({ ...article, reading }, config.people)
  const [match] = matchTopics(compiled, text)
  const version = topicVersions(config.topics, config.people).get(topicId)
  const known = matches.find((each) => each.topicId === topicId)
  const stored = describeStored(known, version)
  if (match !== undefined) return { text, match, furniture: [], stored }
  const furniture = findTemptingFurniture(compiled, topicId, { text, furniture: reading.furniture })
  const miss = explainMiss(compiled, topicId, text)
  return { text, ...(miss !== undefined && { miss }), furniture, stored }
}

function describeStored(known: ArchivedArticle['matches'][number] | undefined, version: string | undefined): string {
  if (known === undefined) return 'the desk holds no match of the two'
  const day = new Date(known.matchedAt).toISOString().slice(0, 16).replace('T', ' ')
  const by = known.topicVersion === version ? 'by the topic as it is' : 'by the topic as it was before an edit'
  return `the desk holds a match, found on ${day} UTC, judged ${by}`
}

function renderExplanation({ text, match, miss, furniture, stored }: Explanation): string {
  const verdict = [
    ...(match === undefined ? [] : [renderMatch(match, text)]),
    ...(miss === undefined ? [] : [renderMiss(miss)]),
  ]
  return [...verdict, ...furniture.map(renderFurniture), `  ${stored}`].join('\n')
}

function renderFurniture({ text, why, evidence }: TemptingFurniture): string {
  const runs = highlight(text, { start: 0, end: text.length }, evidence)
  return `  it would match with what is no part of the article (${why}):\n  | ${renderRuns(runs)}`
}

function jsonOf(topicId: string, { article }: ArchivedArticle, { match, miss, furniture, stored }: Explanation) {
  return {
    topicId,
    article: { id: article.id, url: article.url, title: article.reading?.title ?? article.listed.title },
    isMatch: match !== undefined,
    ...(match !== undefined && { match }),
    ...(miss !== undefined && { miss: { ...miss, text: describeMiss(miss) } }),
    furniture,
    stored,
  }
}
