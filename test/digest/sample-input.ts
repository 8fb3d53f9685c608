import type { DigestInput } from '../../src/digest/compose-digest.ts'
import { samplePlan } from './sample-plan.ts'

const dueAt = Date.parse('2024-06-14T05:00:00Z')

export const sampleInput: DigestInput = {
  plan: samplePlan,
  slot: { planId: 'morning', date: '2024-06-14', dueAt },
  topicNames: new Map([
    ['peace', 'Peace proposals'],
    ['nato', 'NATO statements'],
  ]),
  articles: [],
  coverage: { feedCount: 3, articleCount: 40, failingFeeds: [], partlyReadCount: 0 },
  now: dueAt,
  nextAt: dueAt + 24 * 3_600_000,
}
