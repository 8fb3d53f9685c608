import { setImmediate as nextTurn } from 'node:timers/promises'
import { groupStories } from '../../src/pipeline/group-stories.ts'
import { openStoryMemory } from '../../src/pipeline/open-story-memory.ts'
import { openStore } from '../../src/store/open-store.ts'

/**
 * Groups as a desk of its own until so many articles have their story.
 *
 *     group-process.ts DATABASE NOW ARTICLE_COUNT
 */
const [database = '', now = '', articleCount = ''] = process.argv.slice(2)
await using store = await openStore(database)
const ports = { ...store, storyMemory: openStoryMemory(), now: () => Number(now) }
let groupedCount = 0
process.send?.('ready')
while ((await store.loadStoryLog()).sequence < Number(articleCount)) {
  const { articleCount: count } = await groupStories(ports)
  groupedCount += Number(count ?? 0)
  await nextTurn()
}
process.send?.(groupedCount)
process.disconnect?.()
