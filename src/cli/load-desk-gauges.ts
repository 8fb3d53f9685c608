import type { DeskConfig } from '../config/desk-config.ts'
import { feedHealth } from '../feed/feed-health.ts'
import { pollDueAt } from '../feed/poll-due-at.ts'
import type { DeskGauges } from '../site/open-metrics.ts'
import type { Store } from '../store/open-store.ts'

/** How things stand in the whole desk: the database knows, whichever process does the work. */
export async function loadDeskGauges(store: Store, config: DeskConfig, now: number): Promise<DeskGauges> {
  const stored = await store.loadGauges(now)
  const states = new Map((await store.loadFeedStates()).map((state) => [state.feedId, state]))
  const feeds = config.feeds.map((feed) => ({
    health: feedHealth(states.get(feed.id), now).word,
    dueAt: pollDueAt(feed, states.get(feed.id)),
  }))
  const tickAt = await store.loadHeartbeat('tick')
  return {
    articleCount: stored.articleCount,
    unsubscriptionCount: stored.unsubscriptionCount,
    mailsByStatus: stored.mailsByStatus,
    feedsByHealth: countBy(feeds.map((feed) => feed.health)),
    dueBySteps: {
      'poll-feed': feeds.filter(({ dueAt }) => dueAt !== undefined && dueAt <= now).length,
      'read-article': stored.dueReadingCount,
      'match-article': stored.dueMatchingCount,
      'group-stories': stored.dueGroupingCount,
      'send-digest': stored.dueSlotCount + stored.dueMailCount,
    },
    ...(tickAt !== undefined && { tickAt }),
  }
}

function countBy(words: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, same]) => [word, same.length]))
}
