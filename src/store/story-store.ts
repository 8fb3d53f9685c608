import type { Kysely, Transaction } from 'kysely'
import type { ArticleTraits } from '../story/story-article.ts'
import type { NewFact, Placement, StoryMember } from '../story/story-index.ts'
import type { Schema } from './schema.ts'

/** What stands in `story_article.placement`. */
export interface PlacementRecord extends Pick<Placement, 'why' | 'copy' | 'newFacts'> {
  readonly agencies: readonly string[]
}

export interface PlacedArticle {
  readonly placement: Placement
  readonly title: string
  /** When the article was published, else first seen. */
  readonly at: number
  /** None when they could not be made. */
  readonly traits?: ArticleTraits
}

/** What another reading of a placed article changes; its story stays. */
export interface RenewedArticle extends Omit<PlacedArticle, 'placement'> {
  readonly articleId: string
  readonly newFacts: readonly NewFact[]
}

/** How many placements and edits there were, and which was the last edit. */
export async function loadStoryLog(
  db: Kysely<Schema>,
): Promise<{ readonly sequence: number; readonly lastEdit: number }> {
  const row = await db.selectFrom('story_log').selectAll().executeTakeFirstOrThrow()
  return { sequence: row.sequence, lastEdit: row.last_edit }
}

/** Members placed after one sequence number and up to another, in that order, of stories that had news since a moment. */
export async function loadStoryMembers(
  db: Kysely<Schema>,
  request: { readonly after: number; readonly until: number; readonly openSince: number; readonly limit: number },
): Promise<readonly (StoryMember & { readonly sequence: number })[]> {
  const rows = await db
    .selectFrom('story_article')
    .innerJoin('story', 'story.id', 'story_article.story_id')
    .select(['story_article.sequence', 'story_article.story_id', 'story_article.traits'])
    .where('story_article.sequence', '>', request.after)
    .where('story_article.sequence', '<=', request.until)
    .where('story.last_at', '>=', request.openSince)
    .where('story_article.traits', 'is not', null)
    .orderBy('story_article.sequence')
    .limit(request.limit)
    .execute()
  return rows.map(({ sequence, story_id, traits }) => ({ sequence, storyId: story_id, traits: traitsOf(traits) }))
}

/** Stores placements, in their order. @returns false, and stores nothing, when another writer was there first */
export async function savePlacements(
  db: Kysely<Schema>,
  request: { readonly sequence: number; readonly placed: readonly PlacedArticle[]; readonly now: number },
): Promise<boolean> {
  const { sequence, placed, now } = request
  return db.transaction().execute(async (trx) => {
    const isFirst = await trx
      .updateTable('story_log')
      .set({ sequence: sequence + placed.length })
      .where('sequence', '=', sequence)
      .returning('id')
      .executeTakeFirst()
    if (isFirst === undefined) return false
    for (const [index, article] of placed.entries()) {
      await savePlacement(trx, article, { sequence: sequence + index + 1, now })
    }
    const ids = placed.map(({ placement }) => placement.articleId)
    await trx.deleteFrom('story_due').where('article_id', 'in', ids).execute()
    return true
  })
}

async function savePlacement(
  trx: Transaction<Schema>,
  { placement, title, at, traits }: PlacedArticle,
  { sequence, now }: { readonly sequence: number; readonly now: number },
): Promise<void> {
  const { articleId, storyId, why, copy, newFacts } = placement
  const record: PlacementRecord = { why, ...(copy && { copy }), newFacts, agencies: traits?.agencies ?? [] }
  await trx
    .insertInto('story')
    .values({ id: storyId, last_at: now })
    .onConflict((c) => c.column('id').doUpdateSet({ last_at: now }))
    .execute()
  await trx
    .insertInto('story_article')
    .values({
      article_id: articleId,
      sequence,
      story_id: storyId,
      title,
      at,
      traits: traits === undefined ? null : JSON.stringify(traits),
      placement: JSON.stringify(record),
      is_outdated: 0,
    })
    .execute()
}

/** Stores what other readings of placed articles change. Indexes are to be folded anew. */
export async function saveRenewals(db: Kysely<Schema>, renewed: readonly RenewedArticle[]): Promise<void> {
  if (renewed.length === 0) return
  await db.transaction().execute(async (trx) => {
    await noteEdit(trx)
    for (const { articleId, title, at, traits, newFacts } of renewed) {
      const row = await trx
        .selectFrom('story_article')
        .select('placement')
        .where('article_id', '=', articleId)
        .executeTakeFirst()
      if (row === undefined) continue
      const placement = placementOf(row.placement)
      const agencies = traits?.agencies ?? placement.agencies
      await trx
        .updateTable('story_article')
        .set({
          title,
          at,
          placement: JSON.stringify({ ...placement, newFacts, agencies }),
          is_outdated: 0,
          ...(traits !== undefined && { traits: JSON.stringify(traits) }),
        })
        .where('article_id', '=', articleId)
        .execute()
    }
    const ids = renewed.map(({ articleId }) => articleId)
    await trx.deleteFrom('story_due').where('article_id', 'in', ids).execute()
  })
}

/** Takes the next number for what changes members that are placed. @returns it */
export async function noteEdit(trx: Transaction<Schema>): Promise<number> {
  const { sequence } = await trx
    .updateTable('story_log')
    .set((e) => ({ sequence: e('sequence', '+', 1), last_edit: e('sequence', '+', 1) }))
    .returning('sequence')
    .executeTakeFirstOrThrow()
  return sequence
}

export function placementOf(json: string): PlacementRecord {
  const placement: PlacementRecord = JSON.parse(json)
  return placement
}

function traitsOf(json: string | null): ArticleTraits {
  const traits: ArticleTraits = JSON.parse(json ?? '{}')
  return traits
}
