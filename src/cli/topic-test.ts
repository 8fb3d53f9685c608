import type { Command } from 'commander'
import { detectLanguage } from '../article/detect-language.ts'
import { loadConfig } from '../config/load-config.ts'
import type { PeopleBook } from '../person/person.ts'
import { compileTopics } from '../topic/compile-topics.ts'
import { describeMiss } from '../topic/describe-miss.ts'
import { explainMiss } from '../topic/explain-miss.ts'
import { matchTopics } from '../topic/match-topics.ts'
import type { MatchedText } from '../topic/matched-text.ts'
import { textOfReading, withStatements } from '../topic/text-of-reading.ts'
import { EXIT } from './exit-code.ts'
import { findTopic } from './find-topic.ts'
import { loadEnvironment } from './load-environment.ts'
import { readSource, type Source } from './read-source.ts'
import { renderMatch } from './render-match.ts'
import { renderMiss } from './render-miss.ts'
import { print, printJson, say } from './terminal.ts'

interface TestFlags {
  readonly topic?: string
  readonly json?: true
}

export function addTopicTest(topic: Command): void {
  topic
    .command('test <source>')
    .description(
      'Which topics match a page (an URL), a file (HTML, or text whose first line is the title), or - for stdin.',
    )
    .option('--topic <id>', 'whether this topic alone matches, and why not')
    .option('--json', 'as JSON')
    .action(test)
}

async function test(source: string, flags: TestFlags): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  const topics = flags.topic === undefined ? config.topics : [findTopic(config, flags.topic)]
  const text = textOf(await readSource(source, environment, config), config.people)
  const compiled = compileTopics(topics, config.people)
  const matches = matchTopics(compiled, text)
  if (matches.length === 0) process.exitCode = EXIT.no
  const miss = flags.topic === undefined ? undefined : explainMiss(compiled, flags.topic, text)
  if (flags.json) return printJson(resultOf(text, { matches, miss }))
  say(`read: ${text.title}`)
  if (miss !== undefined) print(renderMiss(miss))
  else print(matches.length === 0 ? 'no topic matches' : matches.map((each) => renderMatch(each, text)).join('\n\n'))
}

function resultOf(
  { title }: MatchedText,
  { matches, miss }: { matches: ReturnType<typeof matchTopics>; miss: ReturnType<typeof explainMiss> },
) {
  return { title, matches, ...(miss !== undefined && { miss: { ...miss, text: describeMiss(miss) } }) }
}

function textOf(source: Source, people: PeopleBook): MatchedText {
  const now = Date.now()
  if (source.kind === 'text') {
    const language = detectLanguage(`${source.title}\n${source.text}`, undefined)
    const about = { publishedAt: now, source: 'full' as const, ...(language !== undefined && { language }) }
    return withStatements({ title: source.title, body: source.text, ...about }, people)
  }
  const { url, reading } = source
  const listed = { title: '', authors: [] }
  const unlisted = { id: '', feedId: '', outlet: '', hasPage: true, attemptCount: 0, status: 'read' } as const
  return textOfReading({ ...unlisted, url, listed, firstSeenAt: now, reading }, people)
}
