import MiniSearch from 'minisearch'
import type { MatchedText } from '../../src/topic/matched-text.ts'
import type { Topic } from '../../src/topic/topic.ts'
import { inventArticles } from './invent-articles.ts'
import { inventTopics } from './invent-topics.ts'
import { inventWords } from './invent-words.ts'

/**
 * The same articles against the lists of the same topics in two other ways: a RegExp for each topic, and MiniSearch, an index
 * of the article that each topic is asked of. Both know less: no stems, fields or distances; queries and weights are left out.
 */
const topicCount = Number(process.argv[2] ?? 100)
const articleCount = Number(process.argv[3] ?? 5)
const words = inventWords()
const articles = inventArticles(words, articleCount)
const lists = inventTopics(words, topicCount).filter(({ any }) => any.length > 0)
const byRegExp = lists.map((topic) => ({ any: patternOf(topic.any), all: topic.all.map((word) => patternOf([word])) }))

process.stdout.write(
  `${JSON.stringify({ topicCount, regExp: measure(matchByRegExp), miniSearch: measure(matchByMiniSearch) })}\n`,
)

function measure(match: (article: MatchedText) => number): number {
  const start = cpuMs()
  for (const article of articles) match(article)
  return (articles.length / (cpuMs() - start)) * 1_000
}

function patternOf(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

function matchByRegExp({ title, body }: MatchedText): number {
  const text = `${title}\n\n${body}`
  return byRegExp.filter(({ any, all }) => any.test(text) && all.every((each) => each.test(text))).length
}

function matchByMiniSearch({ title, body }: MatchedText): number {
  const index = new MiniSearch({ fields: ['title', 'body'] })
  index.add({ id: 1, title, body })
  return lists.filter((topic) => index.search(queryOf(topic)).length > 0).length
}

function queryOf({ any, all }: Topic) {
  const anyOf = { combineWith: 'OR' as const, queries: any.map((phrase) => allOf(phrase.split(' '))) }
  return { combineWith: 'AND' as const, queries: [anyOf, ...(all.length > 0 ? [allOf(all)] : [])] }
}

function allOf(queries: readonly string[]) {
  return { combineWith: 'AND' as const, queries: [...queries] }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
