import type { z } from 'zod'
import { checkKnown } from './check-known.ts'
import type { ReportProblem } from './config-problem.ts'
import type { personSchema } from './people-schema.ts'
import { placeOf, problemAt } from './problem-at.ts'
import type { SourceFile, ValuePath } from './source-file.ts'
import type { Placed } from './well-formed.ts'

interface HeldBy {
  readonly path: ValuePath
  readonly personId: string
  readonly role: string
  readonly from: string
  readonly to?: string | undefined
}

interface Book {
  readonly people: readonly Placed<z.output<typeof personSchema>>[]
  readonly roleIds: readonly string[]
}

/** Reports unknown roles, tenures that end before they begin, and two holders of one role on one day. */
export function checkTenures(source: SourceFile, { people, roleIds }: Book, report: ReportProblem): void {
  const tenures = people.flatMap(({ path, value }) =>
    (value.held ?? []).map((tenure, index) => ({ ...tenure, personId: value.id, path: [...path, 'held', index] })),
  )
  const texts = tenures.map(({ path, role }) => ({ path: [...path, 'role'], value: role }))
  checkKnown(source, { what: 'the id of a role declared under roles', known: roleIds, texts }, report)
  for (const tenure of tenures) checkOrder(source, tenure, report)
  for (const ofRole of Map.groupBy(tenures, ({ role }) => role).values()) checkOverlap(source, ofRole, report)
}

function checkOrder(source: SourceFile, { path, from, to }: HeldBy, report: ReportProblem): void {
  if (to === undefined || from < to) return
  report(problemAt(source, [...path, 'to'], { expected: `a day after ${from}, when it began`, got: `the day ${to}` }))
}

/** A role has one holder on any day: `to` is the first day out, and may be the successor's first. */
function checkOverlap(source: SourceFile, ofRole: readonly HeldBy[], report: ReportProblem): void {
  const inOrder = ofRole.filter(({ from, to }) => to === undefined || from < to).toSorted(byStart)
  let latest: HeldBy | undefined
  for (const tenure of inOrder) {
    if (latest !== undefined && (latest.to === undefined || tenure.from < latest.to)) {
      const end = latest.to === undefined ? 'with no end' : `to ${latest.to}`
      const first = `${latest.personId} holds it from ${latest.from} ${end} (${placeOf(source, latest.path)})`
      report(
        problemAt(source, [...tenure.path, 'from'], {
          expected: `one holder of ${tenure.role} at a time`,
          got: `${tenure.personId} from ${tenure.from} while ${first}`,
        }),
      )
    }
    if (latest?.to !== undefined || latest === undefined) latest = later(latest, tenure)
  }
}

function later(left: HeldBy | undefined, right: HeldBy): HeldBy {
  if (left?.to === undefined) return left ?? right
  return right.to === undefined || right.to > left.to ? right : left
}

function byStart(left: HeldBy, right: HeldBy): number {
  return left.from < right.from ? -1 : Number(left.from > right.from)
}
