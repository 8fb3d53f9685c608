import type { PeopleBook, Role, Tenure } from '../person/person.ts'
import type { LintFinding } from './lint-finding.ts'
import { splitWords } from './split-words.ts'

/** Offices change hands overnight; more days than this without a holder are a gap. */
const DAYS_BETWEEN = 1
const DAY_MS = 24 * 60 * 60_000

/** Roles without a holder, for some days or at all, and names that stand within another person's. */
export function lintPeople(book: PeopleBook): readonly LintFinding[] {
  return [...book.roles.flatMap((role) => lintRole(role, book)), ...lintNames(book)]
}

function lintRole(role: Role, { people }: PeopleBook): readonly LintFinding[] {
  const held = people.flatMap((person) => person.held.filter((tenure) => tenure.role === role.id))
  if (held.length === 0) {
    const advice = 'add whoever holds it to people, with held'
    return [{ fault: 'role-unheld', of: role.id, found: 'nobody holds it on any day', advice }]
  }
  const spans = [...held, ...(role.vacant ?? [])].toSorted((left, right) => (left.from < right.from ? -1 : 1))
  return spans.flatMap((span, index) => {
    const next = spans[index + 1]
    if (next === undefined || span.to === undefined || daysBetween(span.to, next.from) <= DAYS_BETWEEN) return []
    const found = `nobody holds it from ${span.to} to ${next.from}`
    const advice = `add the holder, or, if there was none, vacant: [{ from: ${span.to}, to: ${next.from} }] to the role`
    return [{ fault: 'role-gap', of: role.id, found, advice }]
  })
}

function daysBetween(from: Tenure['from'], to: Tenure['from']): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}

/** `Doe` of Jane Doe, beside a John Doe: a text that says Doe may mean either. */
function lintNames({ people }: PeopleBook): readonly LintFinding[] {
  const spellings = people.flatMap(({ id, name, names }) =>
    [name, ...names].map((text) => ({ id, text, folded: foldName(text) })),
  )
  return spellings.flatMap((short) =>
    spellings
      .filter((long) => long.id !== short.id && ` ${long.folded} `.includes(` ${short.folded} `))
      .map(({ id, text }): LintFinding => {
        const found = `“${short.text}” stands in “${text}” of ${id}`
        return { fault: 'shared-name', of: short.id, found, advice: 'take it away, or write it with the first name' }
      }),
  )
}

function foldName(name: string): string {
  return splitWords(name)
    .map(({ form }) => form)
    .join(' ')
}
