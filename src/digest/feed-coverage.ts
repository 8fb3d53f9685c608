import type { Feed } from '../feed/feed.ts'
import { feedHealth } from '../feed/feed-health.ts'
import type { FeedState } from '../feed/feed-state.ts'
import type { Coverage } from './digest.ts'

/** Which of the feeds a digest hears from, and which not. */
export function feedCoverage(feeds: readonly Feed[], states: readonly FeedState[], now: number) {
  const byId = new Map(states.map((state) => [state.feedId, state]))
  const failingFeeds: { readonly name: string; readonly reason: string }[] = []
  const silentFeeds: string[] = []
  for (const feed of feeds) {
    const name = `${feed.outlet} (${feed.id})`
    const { word, note = '' } = feedHealth(byId.get(feed.id), now)
    if (word === 'silent') silentFeeds.push(name)
    if (word === 'failing' || word === 'blocked' || word === 'gone') failingFeeds.push({ name, reason: note })
  }
  return { feedCount: feeds.length, failingFeeds, silentFeeds } satisfies Partial<Coverage>
}
