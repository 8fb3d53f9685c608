import type { z } from 'zod'
import type { DigestPlan, InstantRhythm } from '../digest/digest-plan.ts'
import { checkShape } from './check-shape.ts'
import { checkUnique } from './check-unique.ts'
import type { ReportProblem } from './config-problem.ts'
import { digestSchema, digestsSchema, weekdays } from './digests-schema.ts'
import type { Environment } from './environment.ts'
import { nameFromId } from './name-from-id.ts'
import { nearestWord } from './nearest-word.ts'
import { problemAt } from './problem-at.ts'
import { readRecipients } from './read-recipients.ts'
import type { SourceFile } from './source-file.ts'
import { declaredTexts, wellFormed } from './well-formed.ts'

type Written = z.output<typeof digestSchema>

/** An instant digest has no time of day. */
const MIDNIGHT = '00:00'

interface Surroundings {
  readonly environment: Environment
  /** Undefined when topics.yaml cannot be read: then no topic can be called unknown. */
  readonly topicIds: readonly string[] | undefined
  readonly timezone: string
}

/** digests.yaml as plans, with recipients looked up and everything left out filled in. */
export function readDigests(source: SourceFile, around: Surroundings, report: ReportProblem): readonly DigestPlan[] {
  checkShape(source, digestsSchema, report)
  checkUnique(source, 'id', { texts: declaredTexts(source, 'digests', 'id'), report })
  if (around.topicIds !== undefined) checkTopics(source, around.topicIds, report)
  return wellFormed(source, 'digests', digestSchema).map(({ path, value }) => {
    const recipients = { entries: value.to, path: [...path, 'to'] }
    const to = readRecipients(source, recipients, { environment: around.environment, report })
    return toPlan(value, { ...around, to })
  })
}

function checkTopics(source: SourceFile, topicIds: readonly string[], report: ReportProblem): void {
  for (const { path, value } of declaredTexts(source, 'digests', 'topics')) {
    if (topicIds.includes(value)) continue
    const nearest = nearestWord(value, topicIds)
    report(
      problemAt(source, path, {
        expected: 'the id of a topic in topics.yaml',
        got: `\`${value}\``,
        ...(nearest === undefined ? {} : { hint: `did you mean \`${nearest}\`?` }),
      }),
    )
  }
}

function toPlan(
  digest: Written,
  { topicIds, timezone, to }: Surroundings & { readonly to: readonly string[] },
): DigestPlan {
  return {
    id: digest.id,
    name: digest.name ?? nameFromId(digest.id),
    topics: [...new Set(digest.topics ?? topicIds)],
    every: digest.every,
    at: digest.at ?? MIDNIGHT,
    days: daysOf(digest),
    timezone: digest.timezone ?? timezone,
    to,
    whenEmpty: digest['when-empty'],
    backlog: digest.backlog,
    ...(digest.languages !== undefined && { languages: digest.languages }),
    itemLimit: digest['max-items'],
    order: digest.order,
    minWeight: digest['min-weight'],
    instant: toInstant(digest.instant),
  }
}

function daysOf({ every, days }: Written): DigestPlan['days'] {
  if (days === undefined) return every === 'week' ? ['mon'] : weekdays
  return weekdays.filter((day) => days.includes(day))
}

function toInstant(instant: Written['instant']): InstantRhythm {
  const quietHours = instant['quiet-hours']
  return {
    settleMs: instant.settle,
    longestWaitMs: instant['longest-wait'],
    mailsPerHour: instant['per-hour'],
    ...(quietHours !== undefined && { quietHours }),
  }
}
