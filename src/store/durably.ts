import { type Kysely, SqliteAdapter, sql } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Runs writes that must be on the disk before anything else happens: what is known of a mail's delivery. Other writes of
 * SQLite reach the disk with the next of these or the next checkpoint; a power cut takes back the newest of them, all
 * together, and they are simply done again. PostgreSQL always waits for its disk.
 */
export async function durably<T>(db: Kysely<Schema>, write: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return write(db)
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = full`.execute(connection)
    try {
      return await write(connection)
    } finally {
      await sql`pragma synchronous = normal`.execute(connection)
    }
  })
}
