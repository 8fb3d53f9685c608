import type { Command } from 'commander'
import { loadConfig } from '../config/load-config.ts'
import type { Topic } from '../topic/topic.ts'
import { loadEnvironment } from './load-environment.ts'
import { print, printJson, table } from './terminal.ts'
import { addTopicBacktest } from './topic-backtest.ts'
import { addTopicExplain } from './topic-explain.ts'
import { addTopicLint } from './topic-lint.ts'
import { addTopicTest } from './topic-test.ts'

export function addTopic(program: Command): void {
  const topic = program.command('topic').description('See what the topics are, try them, and ask why.')
  topic.command('list').description('The topics in the config.').option('--json', 'as JSON').action(list)
  addTopicTest(topic)
  addTopicExplain(topic)
  addTopicBacktest(topic)
  addTopicLint(topic)
}

async function list(options: { readonly json?: true }): Promise<void> {
  const environment = loadEnvironment()
  const { topics } = await loadConfig(environment.configDir, environment)
  if (options.json) return printJson(topics)
  print(table(topics.map((topic) => [topic.id, topic.name, clausesOf(topic)])))
}

/** `any of 12, all of Ukraine, none of 3, a query, a score of 10`. */
function clausesOf({ any, all, none, query, score }: Topic): string {
  return [
    ...(any.length > 0 ? [`any of ${any.length}`] : []),
    ...(all.length > 0 ? [`all of ${all.join(' + ')}`] : []),
    ...(none.length > 0 ? [`none of ${none.length}`] : []),
    ...(query === undefined ? [] : ['a query']),
    ...(score === undefined ? [] : [`a score of ${score.atLeast}`]),
  ].join(', ')
}
