import type { Kysely } from 'kysely'
import { releaseMail } from './release-mail.ts'
import type { Schema } from './schema.ts'

/** Wait for a person. */
const RESTING = ['failed', 'unknown']

/**
 * Queues a mail that rests, for an attempt now, with the same bytes. @returns false when it does not rest: it is
 * queued, sent, cancelled, or its news has gone into another mail
 */
export async function retryMail(
  db: Kysely<Schema>,
  deliveryId: string,
  times: { readonly now: number; readonly expiresAt: number },
): Promise<boolean> {
  const queued = await db
    .updateTable('outbox')
    .set({
      status: 'queued',
      phase: null,
      lease_until: null,
      attempt_count: 0,
      resend_count: 0,
      next_attempt_at: times.now,
      expires_at: times.expiresAt,
    })
    .where('id', '=', deliveryId)
    .where('status', 'in', RESTING)
    .returning('id')
    .executeTakeFirst()
  return queued !== undefined
}

/** What a person found out about a mail that rests: its reader has it, or will be told its news by the next one. */
export async function resolveMail(
  db: Kysely<Schema>,
  deliveryId: string,
  found: { readonly kind: 'arrived' | 'lost'; readonly at: number },
): Promise<void> {
  const reason = found.kind === 'arrived' ? 'arrived, says a person' : 'lost, says a person'
  if (found.kind === 'lost')
    return db.transaction().execute((trx) => releaseMail(trx, deliveryId, { from: RESTING, reason }))
  await db
    .updateTable('outbox')
    .set({ status: 'sent', last_reason: reason, sent_at: found.at })
    .where('id', '=', deliveryId)
    .where('status', 'in', RESTING)
    .execute()
}
