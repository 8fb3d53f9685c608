import type { Kysely, Transaction } from 'kysely'
import type { Digest } from '../digest/digest.ts'
import type { Slot } from '../digest/digest-plan.ts'
import { packQuickly } from './pack-bytes.ts'
import type { Schema } from './schema.ts'

/** One frozen mail of a digest, and the articles it tells of. */
export interface ComposedMail {
  readonly deliveryId: string
  readonly address: string
  readonly from: string
  readonly subject: string
  readonly messageId: string
  readonly digest: Digest
  readonly eml: Uint8Array
  readonly articleIds: readonly string[]
  readonly newsSince: number
  readonly expiresAt: number
}

/** Addresses that have their mail of a slot. */
export async function loadServed(db: Kysely<Schema>, slot: Slot): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('outbox')
    .select('address')
    .where('plan_id', '=', slot.planId)
    .where('slot_date', '=', slot.date)
    .execute()
  return new Set(rows.map((row) => row.address))
}

/**
 * Stores mails of a slot and what they told of, whole or not at all. An address that has its mail of the slot gets no
 * other one.
 * @returns the ids of those that were stored
 */
export async function saveMails(
  db: Kysely<Schema>,
  composed: { readonly slot: Slot; readonly mails: readonly ComposedMail[]; readonly composedAt: number },
): Promise<string[]> {
  const { slot, composedAt } = composed
  const mails = composed.mails.map(packMail)
  return db.transaction().execute(async (trx) => {
    const stored: string[] = []
    for (const mail of mails) {
      if (!(await saveMail(trx, slot, mail, composedAt))) continue
      await saveTold(trx, slot, mail)
      stored.push(mail.deliveryId)
    }
    return stored
  })
}

interface PackedMail extends Omit<ComposedMail, 'digest'> {
  readonly content: Uint8Array
}

/** A tenth of the size: what is not written need not be waited for. */
function packMail({ digest, ...mail }: ComposedMail): PackedMail {
  return { ...mail, content: packQuickly(new TextEncoder().encode(JSON.stringify(digest))), eml: packQuickly(mail.eml) }
}

async function saveMail(trx: Transaction<Schema>, slot: Slot, mail: PackedMail, createdAt: number): Promise<boolean> {
  const stored = await trx
    .insertInto('outbox')
    .values({
      id: mail.deliveryId,
      plan_id: slot.planId,
      address: mail.address,
      slot_date: slot.date,
      subject: mail.subject,
      sender: mail.from,
      message_id: mail.messageId,
      status: 'queued',
      attempt_count: 0,
      resend_count: 0,
      created_at: createdAt,
      next_attempt_at: createdAt,
      news_since: mail.newsSince,
      expires_at: mail.expiresAt,
    })
    .onConflict((c) => c.columns(['plan_id', 'address', 'slot_date']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (stored === undefined) return false
  const { content, eml } = mail
  await trx.insertInto('outbox_content').values({ id: mail.deliveryId, content, eml }).execute()
  return true
}

/** @throws when another mail told this address of one of the articles meanwhile: then all is composed again */
async function saveTold(trx: Transaction<Schema>, slot: Slot, mail: PackedMail): Promise<void> {
  const { address, articleIds, newsSince } = mail
  const told = { plan_id: slot.planId, address, slot_date: slot.date }
  for (let first = 0; first < articleIds.length; first += 500) {
    const rows = articleIds.slice(first, first + 500).map((id) => ({ ...told, article_id: id }))
    await trx.insertInto('mailed').values(rows).execute()
  }
  await trx
    .updateTable('recipient')
    .set({ news_since: null })
    .where('plan_id', '=', slot.planId)
    .where('address', '=', address)
    .where('news_since', '=', newsSince)
    .execute()
}
