import { setImmediate as nextTurn } from 'node:timers/promises'
import { byTime } from '../story/by-time.ts'
import { openStoryIndex } from '../story/open-story-index.ts'
import type { ArticleTraits } from '../story/story-article.ts'
import type { Placement, StoryMember } from '../story/story-index.ts'

/** Members folded into the index before other work of this process has its turn. */
const PORTION = 200
/** And articles placed: each is compared with many. */
const PLACED_PORTION = 10
/** Stories to which nothing came for so long are not loaded: twice as long as the index keeps them open. */
const OPEN_MS = 14 * 24 * 60 * 60_000

export interface FoldStoriesPorts {
  readonly now: () => number
  /** How many placements and edits there were, and which was the last edit. */
  readonly loadStoryLog: () => Promise<{ readonly sequence: number; readonly lastEdit: number }>
  readonly loadStoryMembers: (request: {
    readonly after: number
    readonly until: number
    readonly openSince: number
    readonly limit: number
  }) => Promise<readonly (StoryMember & { readonly sequence: number })[]>
}

/** The stories of the database as this process has them in memory, for one run at a time. */
export interface StoryMemory {
  /** Waits for the runs before it. */
  readonly inTurn: <Result>(run: () => Promise<Result>) => Promise<Result>
  /** Takes in what was stored since the last time. @returns the sequence number that it now stands at */
  readonly catchUp: (ports: FoldStoriesPorts) => Promise<number>
  /** In the order of time, whatever their order here. */
  readonly place: (batch: readonly ArticleTraits[]) => Promise<readonly Placement[]>
  /** What was placed is stored, up to this sequence number. */
  readonly keep: (sequence: number) => void
  /** What was placed is not stored: all is folded anew. */
  readonly forget: () => void
}

export function openStoryMemory(): StoryMemory {
  let index = openStoryIndex()
  let sequence = 0
  let lastRun: Promise<unknown> = Promise.resolve()

  function forget(): void {
    index = openStoryIndex()
    sequence = 0
  }

  async function catchUp(ports: FoldStoriesPorts): Promise<number> {
    const log = await ports.loadStoryLog()
    if (log.lastEdit > sequence) forget()
    const openSince = ports.now() - OPEN_MS
    for (let after = sequence; after < log.sequence; ) {
      const members = await ports.loadStoryMembers({ after, until: log.sequence, openSince, limit: PORTION })
      for (const member of members) index.add(member)
      after = members.at(-1)?.sequence ?? log.sequence
      await nextTurn()
    }
    sequence = log.sequence
    index.expire(ports.now())
    return sequence
  }

  async function place(batch: readonly ArticleTraits[]): Promise<readonly Placement[]> {
    const ordered = batch.toSorted(byTime)
    const placed: Placement[] = []
    for (let at = 0; at < ordered.length; at += PLACED_PORTION) {
      await nextTurn()
      placed.push(...index.place(ordered.slice(at, at + PLACED_PORTION)))
    }
    return placed
  }

  return {
    inTurn: (run) => {
      const result = lastRun.then(run)
      lastRun = result.catch(() => undefined)
      return result
    },
    catchUp,
    place,
    keep: (stored) => {
      sequence = stored
    },
    forget,
  }
}
