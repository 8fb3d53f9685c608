import type { DigestPlan } from '../digest/digest-plan.ts'
import type { Feed } from '../feed/feed.ts'
import type { PeopleBook } from '../person/person.ts'
import type { Topic } from '../topic/topic.ts'
import type { Settings } from './settings.ts'

/** Everything the operator declared, checked. */
export interface DeskConfig {
  readonly feeds: readonly Feed[]
  readonly topics: readonly Topic[]
  readonly people: PeopleBook
  readonly digests: readonly DigestPlan[]
  readonly settings: Settings
  /** Short hash of what decides matching: topics and people. */
  readonly version: string
}
