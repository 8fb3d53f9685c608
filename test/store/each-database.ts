import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'node:test'
import pg from 'pg'

/** A place for one test's tables, thrown away after it. */
export interface Scratch extends AsyncDisposable {
  readonly url: string
}

/**
 * Runs the same tests on every database at hand: SQLite always, PostgreSQL when `TEST_POSTGRES_URL` names a server
 * (`npm test` sets it where one is installed).
 */
export function eachDatabase(name: string, tests: (openScratch: () => Promise<Scratch>) => void): void {
  describe(`${name} (SQLite)`, () => tests(openFile))
  const server = process.env.TEST_POSTGRES_URL
  if (server) describe(`${name} (PostgreSQL)`, () => tests(() => openPostgres(server)))
}

async function openFile(): Promise<Scratch> {
  const dir = await mkdtemp(join(tmpdir(), 'nightdesk-store-'))
  return { url: join(dir, 'desk.sqlite'), [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) }
}

/** A new database on a PostgreSQL server. */
export async function openPostgres(server: string): Promise<Scratch> {
  const name = `nightdesk_${randomBytes(6).toString('hex')}`
  await query(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, [Symbol.asyncDispose]: () => query(server, `drop database ${name} with (force)`) }
}

async function query(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}
