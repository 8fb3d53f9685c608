import type { z } from 'zod'
import type { PeopleBook, Person, Role, Tenure, Vacancy } from '../person/person.ts'
import { checkNames } from './check-names.ts'
import { checkShape } from './check-shape.ts'
import { checkTenures } from './check-tenures.ts'
import { checkUnique } from './check-unique.ts'
import type { ReportProblem } from './config-problem.ts'
import { peopleSchema, personSchema, roleSchema } from './people-schema.ts'
import { phraseListSchema } from './phrase-list-schema.ts'
import type { SourceFile } from './source-file.ts'
import { declaredTexts, fieldOf, wellFormed } from './well-formed.ts'

/** people.yaml as a book of people. */
export function readPeople(source: SourceFile, report: ReportProblem): PeopleBook {
  checkShape(source, peopleSchema, report)
  const roles = wellFormed(source, 'roles', roleSchema)
  const people = wellFormed(source, 'people', personSchema)
  const roleIds = declaredTexts(source, 'roles', 'id')
  checkUnique(source, 'id', { texts: roleIds, report })
  checkUnique(source, 'id', { texts: declaredTexts(source, 'people', 'id'), report })
  checkTenures(source, { people, roleIds: roleIds.map(({ value }) => value) }, report)
  const aliases = aliasesOf(source)
  checkNames(source, aliases, report)
  return {
    roles: roles.map(({ value }) => toRole(value)),
    people: people.map(({ value }) => toPerson(value)),
    aliases,
  }
}

/** The groups that have the shape of one: a bad one hides nothing else. */
function aliasesOf(source: SourceFile): PeopleBook['aliases'] {
  const aliases = fieldOf(source.value, 'aliases')
  if (typeof aliases !== 'object' || aliases === null) return {}
  return Object.fromEntries(
    Object.entries(aliases).flatMap(([name, others]) => {
      const { data } = phraseListSchema.safeParse(others)
      return data === undefined ? [] : [[name, data] as const]
    }),
  )
}

function toRole({ id, names, vacant }: z.output<typeof roleSchema>): Role {
  return { id, names, ...(vacant !== undefined && { vacant: vacant.map(toVacancy) }) }
}

function toVacancy({ from, to }: { from: string; to?: string | undefined }): Vacancy {
  return to === undefined ? { from } : { from, to }
}

function toPerson({ id, name, names, held }: z.output<typeof personSchema>): Person {
  return { id, name, names: names ?? [], held: (held ?? []).map(toTenure) }
}

function toTenure({ role, from, to }: { role: string; from: string; to?: string | undefined }): Tenure {
  return to === undefined ? { role, from } : { role, from, to }
}
