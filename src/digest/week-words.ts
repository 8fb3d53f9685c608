import { countNoun } from './count-noun.ts'
import type { Digest, WeekNumbers } from './digest.ts'
import { joinWords } from './join-words.ts'

const NAMED_TOPICS = 20

/** A week in numbers, against the week before: a line for the whole, one for every topic, one for those without any. */
export function weekWords({ week }: Digest): readonly string[] {
  if (week === undefined) return []
  const matched = week.topics.filter((topic) => topic.articleCount + topic.articleCountBefore > 0)
  const never = week.topics.filter((topic) => !matched.includes(topic)).map((topic) => topic.topicName)
  const rest = matched.length - NAMED_TOPICS
  return [
    `${countNoun(week.articleCount, 'article')} matched, ${week.articleCountBefore} in the week before.`,
    ...matched.slice(0, NAMED_TOPICS).map(topicWords),
    ...(rest > 0 ? [`And ${countNoun(rest, 'more topic')}.`] : []),
    ...(never.length > 0 ? [`Nothing in two weeks on ${joinWords(never, NAMED_TOPICS)}.`] : []),
  ]
}

/** "Peace proposals: 10, 3 more than the week before" */
function topicWords({ topicName, articleCount, articleCountBefore }: WeekNumbers['topics'][number]): string {
  const change = articleCount - articleCountBefore
  const against = change === 0 ? 'as many as' : `${Math.abs(change)} ${change > 0 ? 'more' : 'fewer'} than`
  return `${topicName}: ${articleCount}, ${against} the week before.`
}
