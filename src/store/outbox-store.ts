import type { Kysely, Transaction } from 'kysely'
import type { Digest } from '../digest/digest.ts'
import type { gatherDurableWrites } from './gather-durable-writes.ts'
import { unpackBytes } from './pack-bytes.ts'
import { releaseMail } from './release-mail.ts'
import type { Schema } from './schema.ts'
import { unpackDigest } from './unpack-digest.ts'

/** A mail claimed for one attempt at delivery. */
export interface ClaimedMail {
  readonly deliveryId: string
  readonly planId: string
  readonly from: string
  readonly to: string
  readonly messageId: string
  readonly eml: Uint8Array
  readonly attemptCount: number
  readonly createdAt: number
  readonly expiresAt: number
  /** Whether the server may have it already, from an attempt that nobody answered. */
  readonly mayHaveArrived: boolean
}

/** What stands in the outbox, without the bytes. */
export interface OutboxEntry {
  readonly deliveryId: string
  readonly planId: string
  readonly slotDate: string
  readonly to: string
  readonly subject: string
  readonly status: string
  readonly attemptCount: number
  readonly reason?: string
}

export type DeliveryResult =
  | { readonly status: 'sent'; readonly reason: string; readonly at: number }
  | {
      readonly status: 'queued'
      readonly reason: string
      readonly nextAttemptAt: number
      readonly isUnanswered: boolean
    }
  | { readonly status: 'failed' | 'unknown' | 'expired' | 'cancelled'; readonly reason: string }

/** How often a mail may be sent again after the server took its bytes and gave no answer. */
const RESEND_LIMIT = 1

/**
 * Claims a due mail for one attempt; nobody else gets it before the lease ends. A mail whose last attempt ended in
 * silence after its bytes were sent is claimed once more, then rests as `unknown` for a person.
 */
export async function claimMail(
  db: Kysely<Schema>,
  claim: { readonly deliveryId: string; readonly now: number; readonly leaseUntil: number },
): Promise<ClaimedMail | undefined> {
  const mail = await db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('outbox').selectAll().where('id', '=', claim.deliveryId).executeTakeFirst()
    if (row?.status !== 'queued' || row.next_attempt_at > claim.now) return undefined
    if (row.lease_until !== null && row.lease_until > claim.now) return undefined
    const isResend = row.phase === 'data'
    const update = trx.updateTable('outbox').where('id', '=', claim.deliveryId).where('status', '=', 'queued')
    const free =
      row.lease_until === null
        ? update.where('lease_until', 'is', null)
        : update.where('lease_until', '=', row.lease_until)
    if (isResend && row.resend_count >= RESEND_LIMIT) {
      await free
        .set({ status: 'unknown', lease_until: null, last_reason: 'no answer after the mail was sent, twice' })
        .execute()
      return undefined
    }
    const resendCount = row.resend_count + (isResend ? 1 : 0)
    const claimed = await free
      .set({
        lease_until: claim.leaseUntil,
        phase: null,
        attempt_count: row.attempt_count + 1,
        resend_count: resendCount,
      })
      .returning('id')
      .executeTakeFirst()
    if (!claimed) return undefined
    const { eml } = await trx
      .selectFrom('outbox_content')
      .select('eml')
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    return {
      deliveryId: row.id,
      planId: row.plan_id,
      from: row.sender,
      to: row.address,
      messageId: row.message_id,
      eml,
      attemptCount: row.attempt_count + 1,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      mayHaveArrived: resendCount > 0,
    }
  })
  return mail && { ...mail, eml: await unpackBytes(mail.eml) }
}

/**
 * What notes how far an attempt has come, before it goes on: after `data`, which is on the disk before the first byte
 * leaves, the server may have the mail. What a power cut takes back of the claim and of `connected` did no harm yet.
 */
export function phaseSaver(db: Kysely<Schema>, writeDurably: ReturnType<typeof gatherDurableWrites>) {
  const save = async (on: Kysely<Schema>, deliveryId: string, phase: string): Promise<void> => {
    await on.updateTable('outbox').set({ phase }).where('id', '=', deliveryId).execute()
  }
  return (deliveryId: string, phase: 'connected' | 'data'): Promise<void> =>
    phase === 'data' ? writeDurably((trx) => save(trx, deliveryId, phase)) : save(db, deliveryId, phase)
}

/** Only of a mail that is still queued: what a person decided meanwhile stands. */
export async function saveDeliveryResult(
  trx: Transaction<Schema>,
  deliveryId: string,
  result: DeliveryResult,
): Promise<void> {
  if (result.status === 'expired') return releaseMail(trx, deliveryId, { from: ['queued'], reason: result.reason })
  const row = trx.updateTable('outbox').where('id', '=', deliveryId).where('status', '=', 'queued')
  if (result.status === 'sent') {
    await row.set({ status: 'sent', lease_until: null, last_reason: result.reason, sent_at: result.at }).execute()
    return
  }
  if (result.status === 'queued') {
    await row
      .set({
        lease_until: null,
        phase: result.isUnanswered ? 'data' : null,
        last_reason: result.reason,
        next_attempt_at: result.nextAttemptAt,
      })
      .execute()
    return
  }
  await row.set({ status: result.status, lease_until: null, last_reason: result.reason }).execute()
}

export async function loadDueDeliveries(db: Kysely<Schema>, now: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('id')
    .where('status', '=', 'queued')
    .where('next_attempt_at', '<=', now)
    .where((e) => e.or([e('lease_until', 'is', null), e('lease_until', '<=', now)]))
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

export async function loadOutbox(db: Kysely<Schema>): Promise<OutboxEntry[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'plan_id', 'slot_date', 'address', 'subject', 'status', 'attempt_count', 'last_reason'])
    .orderBy('slot_date')
    .orderBy('plan_id')
    .orderBy('address')
    .execute()
  return rows.map((row) => ({
    deliveryId: row.id,
    planId: row.plan_id,
    slotDate: row.slot_date,
    to: row.address,
    subject: row.subject,
    status: row.status,
    attemptCount: row.attempt_count,
    ...(row.last_reason !== null && { reason: row.last_reason }),
  }))
}

/** What one mail says, and its bytes as they are sent. */
export async function loadMail(
  db: Kysely<Schema>,
  deliveryId: string,
): Promise<{ readonly digest: Digest; readonly eml: Uint8Array } | undefined> {
  const row = await db.selectFrom('outbox_content').selectAll().where('id', '=', deliveryId).executeTakeFirst()
  if (row === undefined) return undefined
  return { digest: await unpackDigest(row.content), eml: await unpackBytes(row.eml) }
}
