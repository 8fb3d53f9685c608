import type { z } from 'zod'
import type { PeopleBook, Person, Role, Tenure } from '../person/person.ts'
import { checkShape } from './check-shape.ts'
import { checkTenures } from './check-tenures.ts'
import { checkUnique } from './check-unique.ts'
import type { ReportProblem } from './config-problem.ts'
import { peopleSchema, personSchema, roleSchema } from './people-schema.ts'
import type { SourceFile } from './source-file.ts'
import { declaredTexts, wellFormed } from './well-formed.ts'

/** people.yaml as a book of people. */
export function readPeople(source: SourceFile, report: ReportProblem): PeopleBook {
  checkShape(source, peopleSchema, report)
  const roles = wellFormed(source, 'roles', roleSchema)
  const people = wellFormed(source, 'people', personSchema)
  const roleIds = declaredTexts(source, 'roles', 'id')
  checkUnique(source, 'id', { texts: roleIds, report })
  checkUnique(source, 'id', { texts: declaredTexts(source, 'people', 'id'), report })
  checkTenures(source, { people, roleIds: roleIds.map(({ value }) => value) }, report)
  const book = peopleSchema.safeParse(source.value ?? {})
  return {
    roles: roles.map(({ value }): Role => value),
    people: people.map(({ value }) => toPerson(value)),
    aliases: book.data?.aliases ?? {},
  }
}

function toPerson({ id, name, names, held }: z.output<typeof personSchema>): Person {
  return { id, name, names: names ?? [], held: (held ?? []).map(toTenure) }
}

function toTenure({ role, from, to }: { role: string; from: string; to?: string | undefined }): Tenure {
  return to === undefined ? { role, from } : { role, from, to }
}
