import type { Kysely } from 'kysely'

export async function addFeedHealth(db: Kysely<unknown>): Promise<void> {
  for (const name of ['move', 'rhythm', 'wishes', 'next_poll_why'] as const) {
    await db.schema.alterTable('feed_state').addColumn(name, 'text').execute()
  }
  await db.schema.alterTable('feed_state').addColumn('last_body_at', 'bigint').execute()
}
