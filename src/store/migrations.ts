import type { Migration } from 'kysely/migration'
import { createTables } from './migrations/0001-tables.ts'
import { createHostVisitTable } from './migrations/0002-host-visits.ts'
import { addFeedHealth } from './migrations/0003-feed-health.ts'

/** In order, never edited once released: a change of the tables is a new entry, in a file of its own. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-tables': { up: createTables },
  '0002-host-visits': { up: createHostVisitTable },
  '0003-feed-health': { up: addFeedHealth },
}
