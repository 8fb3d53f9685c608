import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema.ts'

/** What articles are compared by has grown: it is made anew of those that are placed, and they stay where they are. */
export async function renewStoryTraits(db: Kysely<Schema>): Promise<void> {
  await sql`update story_article set traits = null, is_outdated = 1 where traits is not null`.execute(db)
  await sql`insert into story_due (article_id, attempt_count, next_attempt_at)
    select article_id, 0, 0 from story_article where is_outdated = 1
    on conflict (article_id) do nothing`.execute(db)
}
