import type { Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** Gives a mail up, and makes what it told of news again to its reader. */
export async function releaseMail(
  trx: Transaction<Schema>,
  deliveryId: string,
  { from, reason }: { readonly from: readonly string[]; readonly reason: string },
): Promise<void> {
  const mail = await trx
    .updateTable('outbox')
    .set({ status: 'expired', lease_until: null, last_reason: reason })
    .where('id', '=', deliveryId)
    .where('status', 'in', [...from])
    .returning(['plan_id', 'address', 'slot_date', 'news_since'])
    .executeTakeFirst()
  if (mail !== undefined) await untell(trx, mail)
}

async function untell(
  trx: Transaction<Schema>,
  mail: {
    readonly plan_id: string
    readonly address: string
    readonly slot_date: string
    readonly news_since: number
  },
): Promise<void> {
  const { plan_id, address, slot_date, news_since } = mail
  await trx
    .deleteFrom('mailed')
    .where('plan_id', '=', plan_id)
    .where('address', '=', address)
    .where('slot_date', '=', slot_date)
    .execute()
  await trx
    .updateTable('recipient')
    .set({ news_since })
    .where('plan_id', '=', plan_id)
    .where('address', '=', address)
    .where((e) => e.or([e('news_since', 'is', null), e('news_since', '>', news_since)]))
    .execute()
}
