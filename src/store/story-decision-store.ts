import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'
import { noteEdit } from './story-store.ts'

/** What a person decided about a story. No later grouping undoes it. */
export type StoryDecision =
  | { readonly kind: 'merge'; readonly storyId: string; readonly intoId: string }
  | { readonly kind: 'split'; readonly storyId: string; readonly articleIds: readonly string[]; readonly newId: string }
  | { readonly kind: 'rename'; readonly storyId: string; readonly title: string }

/** Puts all articles of a story, and those that will come to it, into another one. */
export async function mergeStories(
  db: Kysely<Schema>,
  { storyId, intoId, at }: { readonly storyId: string; readonly intoId: string; readonly at: number },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await note(trx, { kind: 'merge', storyId, intoId }, at)
    await trx.updateTable('story_article').set({ story_id: intoId }).where('story_id', '=', storyId).execute()
    const merged = await trx.selectFrom('story').selectAll().where('id', '=', storyId).executeTakeFirstOrThrow()
    await trx
      .updateTable('story')
      .set((e) => ({
        title: e.fn.coalesce('title', e.val(merged.title)),
        last_at: e.case().when('last_at', '<', merged.last_at).then(merged.last_at).else(e.ref('last_at')).end(),
      }))
      .where('id', '=', intoId)
      .execute()
    // Those merged into it before, too: nobody has to follow a chain.
    await trx
      .updateTable('story')
      .set({ merged_into: intoId })
      .where((e) => e.or([e('id', '=', storyId), e('merged_into', '=', storyId)]))
      .execute()
  })
}

/** Puts articles of a story into a new one. @returns its id */
export async function splitStory(
  db: Kysely<Schema>,
  split: { readonly storyId: string; readonly articleIds: readonly string[]; readonly at: number },
): Promise<string> {
  const { storyId, articleIds, at } = split
  return db.transaction().execute(async (trx) => {
    const newId = await freeId(trx, articleIds[0] ?? storyId)
    await note(trx, { kind: 'split', storyId, articleIds, newId }, at)
    const { last_at } = await trx
      .selectFrom('story')
      .select('last_at')
      .where('id', '=', storyId)
      .executeTakeFirstOrThrow()
    await trx.insertInto('story').values({ id: newId, last_at }).execute()
    await trx
      .updateTable('story_article')
      .set({ story_id: newId })
      .where('story_id', '=', storyId)
      .where('article_id', 'in', [...articleIds])
      .execute()
    return newId
  })
}

export async function renameStory(
  db: Kysely<Schema>,
  { storyId, title, at }: { readonly storyId: string; readonly title: string; readonly at: number },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await note(trx, { kind: 'rename', storyId, title }, at)
    await trx.updateTable('story').set({ title }).where('id', '=', storyId).execute()
  })
}

async function note(trx: Transaction<Schema>, decision: StoryDecision, at: number): Promise<void> {
  const sequence = await noteEdit(trx)
  await trx
    .insertInto('story_decision')
    .values({ sequence, at, decision: JSON.stringify(decision) })
    .execute()
}

/** As of a story that begins with the article; a number behind it where that one is taken. */
async function freeId(trx: Transaction<Schema>, wanted: string): Promise<string> {
  let id = wanted
  for (let count = 2; ; count++) {
    const taken = await trx.selectFrom('story').select('id').where('id', '=', id).executeTakeFirst()
    if (taken === undefined) return id
    id = `${wanted}-${count}`
  }
}
