import type { DigestPlan } from '../digest/digest-plan.ts'
import type { Feed } from '../feed/feed.ts'
import type { PeopleBook } from '../person/person.ts'
import type { Topic } from '../topic/topic.ts'
import type { ConfigProblem } from './config-problem.ts'
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
  /** What may well be meant otherwise, and is taken as it stands. */
  readonly warnings: readonly ConfigProblem[]
  /** What readers are told of a later edit that was not taken over. */
  readonly refusedEdit?: string
}
