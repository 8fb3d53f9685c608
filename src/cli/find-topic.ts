import type { DeskConfig } from '../config/desk-config.ts'
import { nearestWord } from '../config/nearest-word.ts'
import type { Topic } from '../topic/topic.ts'
import { UsageError } from './usage-error.ts'

/** @throws UsageError when the config has no such topic */
export function findTopic({ topics }: DeskConfig, id: string): Topic {
  const topic = topics.find((each) => each.id === id)
  if (topic !== undefined) return topic
  const ids = topics.map((each) => each.id)
  const nearest = nearestWord(id, ids)
  const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`
  throw new UsageError(`expected the id of a topic (${ids.join(', ')}), got ${id}${hint}`)
}
