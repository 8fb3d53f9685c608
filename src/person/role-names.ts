import type { PeopleBook } from './person.ts'

/** Office id -> what it is called first. */
export function roleNames({ roles }: PeopleBook): ReadonlyMap<string, string> {
  return new Map(roles.map((role) => [role.id, role.names[0] ?? role.id]))
}
