import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

export interface RobotsCopy {
  readonly body: string
  readonly status: number
  readonly fetchedAt: number
}

/**
 * Takes the next free turn at a host, so that all workers together keep the gap between two starts.
 * @returns when this request may start (epoch ms)
 */
export async function reserveHost(db: Kysely<Schema>, host: string, gapMs: number, now: number): Promise<number> {
  const row = await db
    .insertInto('host')
    .values({ host, next_start_at: now + gapMs })
    .onConflict((c) =>
      c.column('host').doUpdateSet((e) => ({
        next_start_at: e
          .case()
          .when('host.next_start_at', '>', now)
          .then(e('host.next_start_at', '+', gapMs))
          .else(now + gapMs)
          .end(),
      })),
    )
    .returning('next_start_at')
    .executeTakeFirstOrThrow()
  return row.next_start_at - gapMs
}

export async function loadRobots(db: Kysely<Schema>, origin: string): Promise<RobotsCopy | undefined> {
  const row = await db.selectFrom('robots').selectAll().where('origin', '=', origin).executeTakeFirst()
  return row && { body: row.body, status: row.status, fetchedAt: row.fetched_at }
}

export async function saveRobots(db: Kysely<Schema>, origin: string, copy: RobotsCopy): Promise<void> {
  const row = { origin, body: copy.body, status: copy.status, fetched_at: copy.fetchedAt }
  await db
    .insertInto('robots')
    .values(row)
    .onConflict((c) => c.column('origin').doUpdateSet(row))
    .execute()
}
