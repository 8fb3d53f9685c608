import { type Dialect, Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { migrations } from './migrations.ts'
import { openSqlite } from './open-sqlite.ts'
import type { Schema } from './schema.ts'

/**
 * Opens the one database and brings its tables up to date.
 * @param url `postgres://…`, `:memory:`, or the path of an SQLite file
 */
export async function openDatabase(url: string): Promise<Kysely<Schema>> {
  const db = connect(url)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return db
  await db.destroy()
  throw error
}

/** The database as it is. */
export function connect(url: string): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: /^postgres(ql)?:/.test(url) ? openPostgres(url) : openSqlite(url) })
}

function openPostgres(url: string): Dialect {
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, types })
  pool.on('error', () => undefined)
  return new PostgresDialect({ pool })
}
