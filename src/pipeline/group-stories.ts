import type { ArticleTraits } from '../story/story-article.ts'
import type { NewFact, Placement } from '../story/story-index.ts'
import { backoffAt } from './backoff.ts'
import { type ComparedArticle, compareArticles, type DueArticle } from './compare-articles.ts'
import type { StepOutcome } from './job.ts'
import type { FoldStoriesPorts, StoryMemory } from './open-story-memory.ts'
import { refitFacts } from './refit-facts.ts'

/** Loaded, placed and stored together: what one poll of all feeds brings that matches is mostly less. More hold this thread up. */
const BATCH_SIZE = 20
/** Batches of one run; the next run takes the rest. */
const ROUND_LIMIT = 5_000
/** Each time, another writer stored something: this often in a row is no chance. */
const REFUSAL_LIMIT = 100

interface Comparable {
  readonly title: string
  readonly at: number
  readonly traits?: ArticleTraits
}

export interface GroupStoriesPorts extends FoldStoriesPorts {
  readonly storyMemory: StoryMemory
  readonly startGrouping: (attempt: {
    readonly now: number
    readonly limit: number
    readonly retryAt: number
  }) => Promise<readonly DueArticle[]>
  /** Which of these articles still wait for their story. */
  readonly loadStillDue: (articleIds: readonly string[]) => Promise<ReadonlySet<string>>
  /** False when another writer was there first: nothing is stored then. */
  readonly savePlacements: (request: {
    readonly sequence: number
    readonly placed: readonly (Comparable & { readonly placement: Placement })[]
    readonly now: number
  }) => Promise<boolean>
  readonly saveRenewals: (
    renewed: readonly (Comparable & { readonly articleId: string; readonly newFacts: readonly NewFact[] })[],
  ) => Promise<void>
}

interface Tally {
  articleCount: number
  newStoryCount: number
  failedCount: number
  reason?: string
}

/**
 * Gives every matched article that waits for it its story. Placements are worked out in memory from what is stored, and
 * stored only if nobody else stored any meanwhile; else they are worked out again.
 */
export function groupStories(ports: GroupStoriesPorts): Promise<StepOutcome> {
  return ports.storyMemory.inTurn(async () => {
    const tally: Tally = { articleCount: 0, newStoryCount: 0, failedCount: 0 }
    for (let round = 0; round < ROUND_LIMIT; round++) {
      const now = ports.now()
      const due = await ports.startGrouping({ now, limit: BATCH_SIZE, retryAt: backoffAt(now, 1) })
      if (due.length === 0) break
      const compared = await compareArticles(due, (error) => noteFailure(tally, error))
      await renew(ports, compared, tally)
      await place(
        ports,
        compared.filter(({ placedWith }) => placedWith === undefined),
        tally,
      )
    }
    return { kind: tally.articleCount + tally.failedCount === 0 ? 'nothing-to-do' : 'grouped', ...tally }
  })
}

/** Articles that were read again keep their stories. */
async function renew(ports: GroupStoriesPorts, compared: readonly ComparedArticle[], tally: Tally): Promise<void> {
  const renewed = compared.flatMap(({ article, placedWith, ...rest }) =>
    placedWith === undefined ? [] : [{ ...rest, newFacts: refitFacts(placedWith.newFacts, article) }],
  )
  if (renewed.length === 0) return
  await ports.saveRenewals(renewed)
  tally.articleCount += renewed.length
}

async function place(ports: GroupStoriesPorts, fresh: readonly ComparedArticle[], tally: Tally): Promise<void> {
  if (fresh.length === 0) return
  const { storyMemory } = ports
  for (let refusalCount = 0; refusalCount < REFUSAL_LIMIT; refusalCount++) {
    const sequence = await storyMemory.catchUp(ports)
    // Looked up last: what others place after this moment has a higher number, and is refused.
    const stillDue = await ports.loadStillDue(fresh.map(({ articleId }) => articleId))
    const waiting = fresh.filter(({ articleId }) => stillDue.has(articleId))
    const placed = waiting.length === 0 ? undefined : await placeTogether(storyMemory, waiting, tally)
    // Nothing is left, or they are tried one by one in the next rounds.
    if (placed === undefined) return
    if (await isStored(ports, { sequence, placed })) {
      tally.articleCount += placed.length
      tally.newStoryCount += placed.filter(({ placement }) => placement.isNewStory).length
      return
    }
  }
  throw new Error(`stories: other writers were first ${REFUSAL_LIMIT} times in a row`)
}

/** What is not stored for certain, the memory forgets. */
async function isStored(
  { storyMemory, savePlacements, now }: GroupStoriesPorts,
  { sequence, placed }: Omit<Parameters<GroupStoriesPorts['savePlacements']>[0], 'now'>,
): Promise<boolean> {
  let stored = false
  try {
    stored = await savePlacements({ sequence, placed, now: now() })
    return stored
  } finally {
    if (stored) storyMemory.keep(sequence + placed.length)
    else storyMemory.forget()
  }
}

/** In the order in which the index took them in; undefined when it could not. */
async function placeTogether(memory: StoryMemory, waiting: readonly ComparedArticle[], tally: Tally) {
  const known = new Map(waiting.map((each) => [each.articleId, each]))
  try {
    const compared = await memory.place(waiting.flatMap(({ traits }) => traits ?? []))
    const alone = waiting.filter(({ traits }) => traits === undefined).map(({ articleId }) => ownStory(articleId))
    return [...compared, ...alone].flatMap((placement) => {
      const each = known.get(placement.articleId)
      return each === undefined ? [] : [{ ...comparableOf(each), placement }]
    })
  } catch (error) {
    noteFailure(tally, error)
    memory.forget()
    return undefined
  }
}

function ownStory(articleId: string): Placement {
  return { articleId, storyId: articleId, isNewStory: true, why: 'it could not be compared with others', newFacts: [] }
}

function comparableOf({ title, at, traits }: ComparedArticle): Comparable {
  return { title, at, ...(traits !== undefined && { traits }) }
}

function noteFailure(tally: Tally, error: unknown): void {
  tally.failedCount++
  tally.reason = error instanceof Error ? error.message : String(error)
}
