import { type Kysely, SqliteAdapter } from 'kysely'
import type { Schema } from './schema.ts'

/** The two databases differ in their full-text search and in how they reach the disk. */
export function isSqlite(db: Kysely<Schema>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter
}
