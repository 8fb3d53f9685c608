import type { Kysely } from 'kysely'
import type { Slot } from '../digest/digest-plan.ts'
import type { Schema } from './schema.ts'

export interface PlanHistory {
  /** When the first of its recipients was first seen; nothing due before that is made up for. */
  readonly startedAt?: number
  readonly lastSlotDate?: string
  readonly lastComposedAt?: number
}

export async function loadPlanHistory(db: Kysely<Schema>, planId: string): Promise<PlanHistory> {
  const first = await db
    .selectFrom('recipient')
    .select((e) => e.fn.min('started_at').as('started_at'))
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  const last = await db
    .selectFrom('slot')
    .select((e) => [e.fn.max('slot_date').as('slot_date'), e.fn.max('composed_at').as('composed_at')])
    .where('plan_id', '=', planId)
    .where('composed_at', 'is not', null)
    .executeTakeFirst()
  return {
    ...(typeof first?.started_at === 'number' && { startedAt: first.started_at }),
    ...(typeof last?.slot_date === 'string' && { lastSlotDate: last.slot_date }),
    ...(typeof last?.composed_at === 'number' && { lastComposedAt: last.composed_at }),
  }
}

/** Slots that were begun and not finished, and may be tried again. */
export async function loadUnfinishedSlots(db: Kysely<Schema>, now: number): Promise<Slot[]> {
  const rows = await db
    .selectFrom('slot')
    .selectAll()
    .where('composed_at', 'is', null)
    .where('next_attempt_at', '<=', now)
    .orderBy('due_at')
    .execute()
  return rows.map((row) => ({ planId: row.plan_id, date: row.slot_date, dueAt: row.due_at }))
}

/** Counts an attempt at a slot. @returns its number, or undefined when the slot is composed already */
export async function startSlot(db: Kysely<Schema>, slot: Slot, nextAttemptAt: number): Promise<number | undefined> {
  const row = await db
    .insertInto('slot')
    .values({
      plan_id: slot.planId,
      slot_date: slot.date,
      due_at: slot.dueAt,
      attempt_count: 1,
      next_attempt_at: nextAttemptAt,
      composed_at: null,
      item_count: 0,
    })
    .onConflict((c) =>
      c
        .columns(['plan_id', 'slot_date'])
        .doUpdateSet((e) => ({ attempt_count: e('slot.attempt_count', '+', 1), next_attempt_at: nextAttemptAt }))
        .where('slot.composed_at', 'is', null),
    )
    .returning('attempt_count')
    .executeTakeFirst()
  return row?.attempt_count
}

/** Forgets a slot that was begun and is too late to be finished. */
export async function dropSlot(db: Kysely<Schema>, slot: Slot): Promise<void> {
  await db
    .deleteFrom('slot')
    .where('plan_id', '=', slot.planId)
    .where('slot_date', '=', slot.date)
    .where('composed_at', 'is', null)
    .execute()
}

/** When slots that had news were due, after a moment. */
export async function loadRecentlyDue(db: Kysely<Schema>, planId: string, after: number): Promise<number[]> {
  const rows = await db
    .selectFrom('slot')
    .select('due_at')
    .where('plan_id', '=', planId)
    .where('due_at', '>', after)
    .where('item_count', '>', 0)
    .execute()
  return rows.map((row) => row.due_at)
}

/** Nothing more is composed for this slot. @returns false when that was so before */
export async function finishSlot(db: Kysely<Schema>, slot: Slot, composedAt: number): Promise<boolean> {
  const told = await db
    .selectFrom('mailed')
    .select((e) => e.fn.count('article_id').distinct().as('n'))
    .where('plan_id', '=', slot.planId)
    .where('slot_date', '=', slot.date)
    .executeTakeFirst()
  const finished = await db
    .updateTable('slot')
    .where('plan_id', '=', slot.planId)
    .where('slot_date', '=', slot.date)
    .set({ composed_at: composedAt, item_count: Number(told?.n ?? 0) })
    .where('composed_at', 'is', null)
    .returning('slot_date')
    .executeTakeFirst()
  return finished !== undefined
}
