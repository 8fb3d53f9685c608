import type { Feed } from './feed.ts'
import type { FeedState } from './feed-state.ts'

/** When a feed is due (epoch ms): at once when it is new or its URL was edited, never when it is gone. */
export function pollDueAt(feed: Feed, state: FeedState | undefined): number | undefined {
  if (state?.url !== feed.url) return 0
  return state.goneAt === undefined ? state.nextPollAt : undefined
}
