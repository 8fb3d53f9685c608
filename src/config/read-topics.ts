import type { Topic } from '../topic/topic.ts'
import { checkShape } from './check-shape.ts'
import { checkUnique } from './check-unique.ts'
import type { ReportProblem } from './config-problem.ts'
import { nameFromId } from './name-from-id.ts'
import type { SourceFile } from './source-file.ts'
import { topicSchema, topicsSchema } from './topics-schema.ts'
import { declaredTexts, wellFormed } from './well-formed.ts'

/** topics.yaml as topics. */
export function readTopics(source: SourceFile, report: ReportProblem): readonly Topic[] {
  checkShape(source, topicsSchema, report)
  const entries = wellFormed(source, 'topics', topicSchema)
  checkUnique(source, 'id', { texts: declaredTexts(source, 'topics', 'id'), report })
  return entries.map(({ value }) => ({
    id: value.id,
    name: value.name ?? nameFromId(value.id),
    any: value.any ?? [],
    all: value.all ?? [],
    none: value.none ?? [],
  }))
}
