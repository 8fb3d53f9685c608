import type { CompiledQuery, ExpressionBuilder, Kysely, OnConflictDatabase, OnConflictTables } from 'kysely'
import type { Schema } from './schema.ts'

export interface RobotsCopy {
  readonly body: string
  readonly status: number
  readonly fetchedAt: number
}

/** Who asks for a start at which host, and when. */
export interface HostCaller {
  readonly host: string
  readonly now: number
}

export interface HostTerms {
  readonly gapMs: number
  /** How far ahead a start may be taken. */
  readonly waitMs: number
  /** Lasting visits to the host that rule out another. */
  readonly maxVisitCount: number
}

export type ReserveHosts = (callers: readonly HostCaller[], terms: HostTerms) => Promise<Map<string, number>>

/**
 * Takes the next free start at each of the hosts, in one statement, so that all workers together keep the gap between
 * two starts. Callers name each host once. The result holds, by host, the start that was taken (epoch ms); hosts that
 * have none to give are missing. Every request passes here, so that a statement is built once for each count of hosts.
 */
export function prepareReserveHosts(db: Kysely<Schema>): ReserveHosts {
  const known = new Map<string, CompiledQuery<ReservedRow>>()
  return async (callers, terms) => {
    const key = [callers.length, terms.gapMs, terms.waitMs, terms.maxVisitCount].join(' ')
    // In one order everywhere, so that two workers cannot wait for each other's rows.
    const inOrder = callers.toSorted((a, b) => (a.host < b.host ? -1 : 1))
    const values = inOrder.map(({ host, now }) => ({ host, next_start_at: now + terms.gapMs }))
    const query = known.get(key) ?? buildReserveHosts(db, values, terms).compile()
    if (known.size >= 200) known.clear()
    known.set(key, query)
    // The rows stand before the terms.
    const parameters = [
      ...values.flatMap((row) => [row.host, row.next_start_at]),
      ...query.parameters.slice(values.length * 2),
    ]
    const { rows } = await db.executeQuery<ReservedRow>({ ...query, parameters })
    return new Map(rows.map((row) => [row.host, row.next_start_at - terms.gapMs]))
  }
}

interface ReservedRow {
  readonly host: string
  readonly next_start_at: number
}

function buildReserveHosts(db: Kysely<Schema>, rows: readonly ReservedRow[], terms: HostTerms) {
  const { gapMs, waitMs, maxVisitCount } = terms
  return db
    .insertInto('host')
    .values(rows)
    .onConflict((c) =>
      c
        .column('host')
        .doUpdateSet((e) => ({
          next_start_at: e
            .case()
            .when(e('host.next_start_at', '+', gapMs), '>', e.ref('excluded.next_start_at'))
            .then(e('host.next_start_at', '+', gapMs))
            .else(e.ref('excluded.next_start_at'))
            .end(),
        }))
        .where((e) => e('host.next_start_at', '<=', e('excluded.next_start_at', '+', waitMs - gapMs)))
        .where((e) => e(countVisits(e, gapMs), '<', maxVisitCount)),
    )
    .returning(['host', 'next_start_at'])
}

function countVisits(
  e: ExpressionBuilder<OnConflictDatabase<Schema, 'host'>, OnConflictTables<'host'>>,
  gapMs: number,
) {
  return e
    .selectFrom('host_visit')
    .select((visits) => visits.fn.countAll<number>().as('count'))
    .whereRef('host_visit.host', '=', 'host.host')
    .where('until_at', '>', e('excluded.next_start_at', '-', gapMs))
}

/** @returns by host, when the next start is free as far as the gap goes (epoch ms) */
export async function loadNextStarts(db: Kysely<Schema>, hosts: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.selectFrom('host').selectAll().where('host', 'in', hosts).execute()
  return new Map(rows.map((row) => [row.host, row.next_start_at]))
}

export interface Visit {
  readonly id: string
  readonly host: string
  readonly now: number
  /** Beyond this it counts as over, whether its end was told or died with its process. */
  readonly untilAt: number
}

/** Tells all workers of a request that lasts: while as many as may be in flight do, nobody starts another. */
export async function startVisit(db: Kysely<Schema>, { id, host, now, untilAt }: Visit): Promise<void> {
  await db.deleteFrom('host_visit').where('host', '=', host).where('until_at', '<=', now).execute()
  await db.insertInto('host_visit').values({ id, host, until_at: untilAt }).execute()
}

export async function endVisit(db: Kysely<Schema>, id: string): Promise<void> {
  await db.deleteFrom('host_visit').where('id', '=', id).execute()
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
