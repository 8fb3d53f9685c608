import type { Kysely } from 'kysely'
import type { StoryBefore } from '../digest/digest.ts'
import type { Carrier } from '../story/independent-outlets.ts'
import type { Schema } from './schema.ts'
import { type PlacementRecord, placementOf } from './story-store.ts'

/** Feed id -> publisher family, of feeds that have one. */
export type Families = ReadonlyMap<string, string>

const NONE: Families = new Map()

export interface Story {
  readonly storyId: string
  /** As a person named it. */
  readonly title?: string
  /** When an article last came to it, by the desk's clock (epoch ms). */
  readonly lastAt: number
  /** In the order in which they were placed. */
  readonly articles: readonly ArticleInStory[]
}

export interface ArticleInStory extends Carrier, Pick<PlacementRecord, 'why' | 'copy' | 'newFacts'> {
  readonly url: string
  readonly title: string
  /** When it was published, else first seen (epoch ms). */
  readonly at: number
}

/** Stories to which an article came since a moment, the last first. */
export async function loadStories(
  db: Kysely<Schema>,
  { since, families = NONE }: { readonly since: number; readonly families?: Families },
): Promise<readonly Story[]> {
  const rows = await db
    .selectFrom('story')
    .selectAll()
    .where('last_at', '>=', since)
    .where('merged_into', 'is', null)
    .orderBy('last_at', 'desc')
    .orderBy('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const articles = await loadMembers(db, ids, families)
  return rows.flatMap(({ id, title, last_at }) => {
    const members = articles.get(id)
    if (members === undefined) return []
    return [{ storyId: id, ...(title !== null && { title }), lastAt: last_at, articles: members }]
  })
}

export async function loadStory(
  db: Kysely<Schema>,
  { storyId, families = NONE }: { readonly storyId: string; readonly families?: Families },
): Promise<Story | undefined> {
  const row = await db.selectFrom('story').selectAll().where('id', '=', storyId).executeTakeFirst()
  if (row === undefined) return undefined
  const articles = (await loadMembers(db, [storyId], families)).get(storyId) ?? []
  return { storyId, ...(row.title !== null && { title: row.title }), lastAt: row.last_at, articles }
}

/** The story with this id, or the one it was merged into; or the story of the article with this id. */
export async function findStoryId(db: Kysely<Schema>, id: string): Promise<string | undefined> {
  const story = await db.selectFrom('story').select('merged_into').where('id', '=', id).executeTakeFirst()
  if (story !== undefined) return story.merged_into ?? id
  const row = await db.selectFrom('story_article').select('story_id').where('article_id', '=', id).executeTakeFirst()
  return row?.story_id
}

/** What stories were before, for one reader of a plan: their names, and the articles the reader was told of. */
export async function loadStoriesBefore(
  db: Kysely<Schema>,
  request: {
    readonly storyIds: readonly string[]
    readonly planId: string
    readonly address: string
    readonly families?: Families
  },
): Promise<readonly StoryBefore[]> {
  const { planId, address, families = NONE } = request
  const stories: StoryBefore[] = []
  for (const storyIds of chunksOf(request.storyIds)) {
    const rows = await db.selectFrom('story').select(['id', 'title']).where('id', 'in', storyIds).execute()
    const titles = new Map(rows.map(({ id, title }) => [id, title]))
    const told = await loadTold(db, { storyIds, planId, address })
    for (const storyId of storyIds) {
      const title = titles.get(storyId)
      const carriers = (told.get(storyId) ?? []).map((row) => carrierOf(row, families))
      stories.push({ storyId, ...(title != null && { title }), told: carriers })
    }
  }
  return stories
}

const CHUNK = 500

function chunksOf(ids: readonly string[]): readonly (readonly string[])[] {
  const chunks: (readonly string[])[] = []
  for (let first = 0; first < ids.length; first += CHUNK) chunks.push(ids.slice(first, first + CHUNK))
  return chunks
}

async function loadTold(
  db: Kysely<Schema>,
  request: { readonly storyIds: readonly string[]; readonly planId: string; readonly address: string },
) {
  const rows = await db
    .selectFrom('story_article')
    .innerJoin('article', 'article.id', 'story_article.article_id')
    .innerJoin('mailed', 'mailed.article_id', 'article.id')
    .select(['article.id', 'article.outlet', 'article.feed_id', 'story_article.story_id', 'story_article.placement'])
    .where('story_article.story_id', 'in', [...request.storyIds])
    .where('mailed.plan_id', '=', request.planId)
    .where('mailed.address', '=', request.address)
    .orderBy('story_article.sequence')
    .execute()
  return Map.groupBy(rows, (row) => row.story_id)
}

async function loadMembers(
  db: Kysely<Schema>,
  storyIds: readonly string[],
  families: Families,
): Promise<ReadonlyMap<string, readonly ArticleInStory[]>> {
  const members = new Map<string, ArticleInStory[]>()
  for (const ids of chunksOf(storyIds)) {
    const rows = await db
      .selectFrom('story_article')
      .innerJoin('article', 'article.id', 'story_article.article_id')
      .select(['article.id', 'article.outlet', 'article.feed_id', 'article.url'])
      .select(['story_article.story_id', 'story_article.placement', 'story_article.title', 'story_article.at'])
      .where('story_article.story_id', 'in', ids)
      .orderBy('story_article.sequence')
      .execute()
    for (const row of rows) {
      const { why, copy, newFacts } = placementOf(row.placement)
      const { url, title, at } = row
      const article = { ...carrierOf(row, families), url, title, at, why, ...(copy && { copy }), newFacts }
      members.set(row.story_id, [...(members.get(row.story_id) ?? []), article])
    }
  }
  return members
}

function carrierOf(
  row: { readonly id: string; readonly outlet: string; readonly feed_id: string; readonly placement: string },
  families: Families,
): Carrier {
  const { copy, agencies } = placementOf(row.placement)
  const family = families.get(row.feed_id)
  return {
    articleId: row.id,
    outlet: row.outlet,
    ...(family !== undefined && { family }),
    ...(copy !== undefined && { copyOfId: copy.ofArticleId }),
    agencies,
  }
}
