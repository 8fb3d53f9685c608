import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { type Dialect, SqliteAdapter, SqliteDialect } from 'kysely'

/** Other processes' write transactions are short; waiting this long means one of them is stuck. */
const BUSY_TIMEOUT_MS = 20_000
const CACHED_STATEMENT_COUNT = 200

/**
 * Kysely's dialect over `node:sqlite`.
 * @param path a file (its folder is made when missing) or `:memory:`
 */
export function openSqlite(path: string): Dialect {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
  // `durably` waits for the disk where that matters.
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on')
  const statements = new Map<string, StatementSync>()
  return new TransactionalSqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        const statement = cachedStatement(database, statements, immediate(sql))
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...parameters.map(bindable)),
          run: (parameters) => statement.run(...parameters.map(bindable)),
          iterate: (parameters) => statement.iterate(...parameters.map(bindable)),
        }
      },
    },
  })
}

/** SQLite's DDL is transactional, so several processes that start at once may bring the tables up to date in turn. */
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** A deferred transaction that turns writer while another one writes fails at once instead of waiting its turn. */
function immediate(sql: string): string {
  return sql === 'begin' ? 'begin immediate' : sql
}

function cachedStatement(database: DatabaseSync, cache: Map<string, StatementSync>, sql: string): StatementSync {
  const known = cache.get(sql)
  if (known) return known
  if (cache.size >= CACHED_STATEMENT_COUNT) cache.clear()
  const statement = database.prepare(sql)
  cache.set(sql, statement)
  return statement
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  if (value instanceof Uint8Array) return value
  throw new TypeError(`cannot store a ${typeof value}`)
}
