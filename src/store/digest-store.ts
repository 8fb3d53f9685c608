import type { Kysely, Transaction } from 'kysely'
import type { Reading } from '../article/reading.ts'
import type { Digest, MatchedArticle } from '../digest/digest.ts'
import type { Slot } from '../digest/digest-plan.ts'
import type { Evidence } from '../topic/match.ts'
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
}

export interface PlanHistory {
  /** When the first of its recipients was first seen; nothing due before that is made up for. */
  readonly startedAt?: number
  readonly lastSlotDate?: string
  readonly lastComposedAt?: number
}

/** Remembers since when each address gets a digest. */
export async function saveRecipients(
  db: Kysely<Schema>,
  recipients: readonly { readonly planId: string; readonly address: string }[],
  startedAt: number,
): Promise<void> {
  if (recipients.length === 0) return
  const rows = recipients.map(({ planId, address }) => ({ plan_id: planId, address, started_at: startedAt }))
  for (let first = 0; first < rows.length; first += 500) {
    await db
      .insertInto('recipient')
      .values(rows.slice(first, first + 500))
      .onConflict((c) => c.columns(['plan_id', 'address']).doNothing())
      .execute()
  }
}

export async function loadRecipientStart(
  db: Kysely<Schema>,
  planId: string,
  address: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('recipient')
    .select('started_at')
    .where('plan_id', '=', planId)
    .where('address', '=', address)
    .executeTakeFirst()
  return row?.started_at
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

/** Matched articles of these topics that this address was not told of yet, in no particular order. */
export async function loadUnmailed(
  db: Kysely<Schema>,
  request: {
    readonly planId: string
    readonly address: string
    readonly topicIds: readonly string[]
    readonly matchedSince: number
    readonly limit: number
  },
): Promise<MatchedArticle[]> {
  if (request.topicIds.length === 0) return []
  const rows = await db
    .selectFrom('match')
    .innerJoin('article', 'article.id', 'match.article_id')
    .select([
      'match.topic_id',
      'match.evidence',
      'article.id',
      'article.url',
      'article.outlet',
      'article.first_seen_at',
    ])
    .select(['article.reading'])
    .where('match.topic_id', 'in', [...request.topicIds])
    .where('match.matched_at', '>=', request.matchedSince)
    .where('match.is_mailable', '=', 1)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('mailed')
            .select('mailed.article_id')
            .whereRef('mailed.article_id', '=', 'article.id')
            .where('mailed.plan_id', '=', request.planId)
            .where('mailed.address', '=', request.address),
        ),
      ),
    )
    .orderBy('match.matched_at', 'desc')
    .orderBy('article.id')
    .limit(request.limit)
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((group) => matchedArticleOf(group))
}

/** Stores all mails of a slot and what they told of, whole or not at all. @returns false when that was done before */
export async function saveComposed(
  db: Kysely<Schema>,
  composed: { readonly slot: Slot; readonly mails: readonly ComposedMail[]; readonly composedAt: number },
): Promise<boolean> {
  const { slot, mails, composedAt } = composed
  return db.transaction().execute(async (trx) => {
    const claimed = await trx
      .updateTable('slot')
      .set({ composed_at: composedAt, item_count: new Set(mails.flatMap((mail) => mail.articleIds)).size })
      .where('plan_id', '=', slot.planId)
      .where('slot_date', '=', slot.date)
      .where('composed_at', 'is', null)
      .returning('slot_date')
      .executeTakeFirst()
    if (!claimed) return false
    for (const mail of mails) await saveMail(trx, slot, mail, composedAt)
    return true
  })
}

async function saveMail(trx: Transaction<Schema>, slot: Slot, mail: ComposedMail, createdAt: number): Promise<void> {
  await trx
    .insertInto('outbox')
    .values({
      id: mail.deliveryId,
      plan_id: slot.planId,
      address: mail.address,
      slot_date: slot.date,
      subject: mail.subject,
      sender: mail.from,
      message_id: mail.messageId,
      content: JSON.stringify(mail.digest),
      eml: mail.eml,
      status: 'queued',
      attempt_count: 0,
      resend_count: 0,
      created_at: createdAt,
      next_attempt_at: createdAt,
    })
    .onConflict((c) => c.columns(['plan_id', 'address', 'slot_date']).doNothing())
    .execute()
  const told = { plan_id: slot.planId, address: mail.address, slot_date: slot.date }
  for (let first = 0; first < mail.articleIds.length; first += 500) {
    await trx
      .insertInto('mailed')
      .values(mail.articleIds.slice(first, first + 500).map((id) => ({ ...told, article_id: id })))
      .onConflict((c) => c.columns(['plan_id', 'address', 'article_id']).doNothing())
      .execute()
  }
}

interface MatchRow {
  readonly id: string
  readonly url: string
  readonly outlet: string
  readonly first_seen_at: number
  readonly reading: string | null
  readonly topic_id: string
  readonly evidence: string
}

function matchedArticleOf(rows: readonly MatchRow[]): MatchedArticle[] {
  const [row] = rows
  if (row === undefined || row.reading === null) return []
  const reading: Reading = JSON.parse(row.reading)
  return [
    {
      articleId: row.id,
      url: row.url,
      title: reading.title,
      outlet: row.outlet,
      ...(reading.language !== undefined && { language: reading.language }),
      ...(reading.published !== undefined && { published: reading.published }),
      firstSeenAt: row.first_seen_at,
      text: reading.text,
      passages: reading.passages,
      labels: reading.labels,
      quality: reading.quality,
      matches: rows.map((each) => ({ topicId: each.topic_id, evidence: evidenceOf(each.evidence) })),
    },
  ]
}

function evidenceOf(json: string): Evidence[] {
  return JSON.parse(json)
}
