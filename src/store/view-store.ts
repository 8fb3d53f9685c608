import type { Kysely } from 'kysely'
import type { Digest, MatchedArticle } from '../digest/digest.ts'
import { matchedArticleOf } from './digest-store.ts'
import type { Schema } from './schema.ts'
import type { Families } from './story-view-store.ts'
import { unpackDigest } from './unpack-digest.ts'
import { withStories } from './with-stories.ts'

/** Which mail: one digest of one date to one address. */
export interface MailKey {
  readonly planId: string
  readonly address: string
  readonly slotDate: string
}

/** What a mail says, whether it has been delivered or not. */
export async function loadMailedDigest(db: Kysely<Schema>, mail: MailKey): Promise<Digest | undefined> {
  const row = await db
    .selectFrom('outbox')
    .innerJoin('outbox_content', 'outbox_content.id', 'outbox.id')
    .select('outbox_content.content')
    .where('outbox.plan_id', '=', mail.planId)
    .where('outbox.address', '=', mail.address)
    .where('outbox.slot_date', '=', mail.slotDate)
    .executeTakeFirst()
  return row && unpackDigest(row.content)
}

/** All articles that a mail counts as telling of, as far as they are still kept, with what was said in which story. */
export async function loadToldArticles(
  db: Kysely<Schema>,
  mail: MailKey & { readonly families?: Families },
): Promise<MatchedArticle[]> {
  const rows = await db
    .selectFrom('mailed')
    .innerJoin('article', 'article.id', 'mailed.article_id')
    .innerJoin('match', 'match.article_id', 'article.id')
    .select(['match.topic_id', 'match.evidence', 'article.id', 'article.url', 'article.outlet'])
    .select(['article.first_seen_at', 'article.reading'])
    .where('mailed.plan_id', '=', mail.planId)
    .where('mailed.address', '=', mail.address)
    .where('mailed.slot_date', '=', mail.slotDate)
    .orderBy('article.id')
    .orderBy('match.topic_id')
    .execute()
  const told = [...Map.groupBy(rows, (row) => row.id).values()].flatMap((group) => matchedArticleOf(group))
  return withStories(db, told, mail.families ?? new Map())
}
