import type { z } from 'zod'
import type { Feed } from '../feed/feed.ts'
import type { PeopleBook } from '../person/person.ts'
import type { Topic, TopicScore } from '../topic/topic.ts'
import { checkKnown } from './check-known.ts'
import { checkQueries } from './check-queries.ts'
import { checkShape } from './check-shape.ts'
import { checkShown } from './check-shown.ts'
import { checkUnique } from './check-unique.ts'
import type { ReportProblem } from './config-problem.ts'
import { nameFromId } from './name-from-id.ts'
import type { SourceFile } from './source-file.ts'
import { topicSchema, topicsSchema } from './topics-schema.ts'
import { declaredTexts, wellFormed } from './well-formed.ts'

interface Surroundings {
  readonly book: PeopleBook
  /** Undefined when feeds.yaml cannot be read: then no feed can be called unknown. */
  readonly feeds: readonly Feed[] | undefined
  readonly report: ReportProblem
  /** For what may well be meant otherwise, and is taken as it stands. */
  readonly warn: ReportProblem
}

/** topics.yaml as topics. */
export function readTopics(source: SourceFile, around: Surroundings): readonly Topic[] {
  const { report, feeds } = around
  checkShape(source, topicsSchema, report)
  const entries = wellFormed(source, 'topics', topicSchema)
  checkUnique(source, 'id', { texts: declaredTexts(source, 'topics', 'id'), report })
  checkQueries(source, around)
  checkShown(source, entries, report)
  if (feeds !== undefined) checkSources(source, feeds, report)
  return entries.map(({ value }) => toTopic(value))
}

function checkSources(source: SourceFile, feeds: readonly Feed[], report: ReportProblem): void {
  const ids = { what: 'the id of a feed in feeds.yaml', known: feeds.map(({ id }) => id) }
  checkKnown(source, { ...ids, texts: declaredTexts(source, 'topics', 'feeds') }, report)
  const outlets = { what: 'an outlet of feeds.yaml', known: [...new Set(feeds.map(({ outlet }) => outlet))] }
  checkKnown(source, { ...outlets, texts: declaredTexts(source, 'topics', 'outlets') }, report)
}

function toTopic(written: z.output<typeof topicSchema>): Topic {
  const { query, score, languages, feeds, outlets, priority, show } = written
  return {
    id: written.id,
    name: written.name ?? nameFromId(written.id),
    any: written.any ?? [],
    all: written.all ?? [],
    none: written.none ?? [],
    ...(query !== undefined && { query }),
    ...(score !== undefined && { score: toScore(score) }),
    ...(languages !== undefined && { languages }),
    ...(feeds !== undefined && { feeds }),
    ...(outlets !== undefined && { outlets }),
    ...(priority !== undefined && { priority }),
    ...(show !== undefined && { show }),
  }
}

function toScore(score: NonNullable<z.output<typeof topicSchema>['score']>): TopicScore {
  const terms = Object.entries(score.terms).map(([query, weight]) => ({ query, weight }))
  return { atLeast: score['at-least'], terms }
}
