import type { Kysely } from 'kysely'
import type { Reading } from '../article/reading.ts'
import { searchWords } from '../topic/search-words.ts'
import { type PageMarks, saveMarks } from './host-block-store.ts'
import { endRereading } from './page-store.ts'
import { saveWords } from './save-words.ts'
import type { Schema } from './schema.ts'

/** What another reading of a kept page came to. */
export interface Rereading {
  readonly articleId: string
  readonly status: 'read' | 'failed'
  readonly reason?: string
  readonly reading: Reading
  readonly rereadAt: number
  readonly marks: PageMarks
}

/**
 * Stores another reading in the place of the last one and makes the article due for matching; when it was read first, and
 * what was mailed of it, stays.
 */
export async function saveRereading(db: Kysely<Schema>, result: Rereading): Promise<void> {
  const { articleId, reading, rereadAt } = result
  const words = searchWords({ title: reading.title, body: reading.text })
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('article')
      .set({
        status: result.status,
        reason: result.reason ?? null,
        reading: JSON.stringify(reading),
        attempt_count: 0,
        next_attempt_at: rereadAt,
      })
      .where('id', '=', articleId)
      .where('status', 'in', ['read', 'failed'])
      .execute()
    await saveWords(trx, articleId, words)
    await saveMarks(trx, { ...result.marks, articleId, readAt: rereadAt })
    await endRereading(trx, articleId)
    await trx.updateTable('story_article').set({ is_outdated: 1 }).where('article_id', '=', articleId).execute()
  })
}
