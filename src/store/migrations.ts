import type { Migration } from 'kysely/migration'
import { createTables } from './migrations/0001-tables.ts'
import { createHostVisitTable } from './migrations/0002-host-visits.ts'
import { addFeedHealth } from './migrations/0003-feed-health.ts'
import { createArticleMemory } from './migrations/0004-article-memory.ts'
import { addSearch } from './migrations/0005-search.ts'
import { addDelivery } from './migrations/0006-delivery.ts'
import { createSubscriptionTables } from './migrations/0007-subscriptions.ts'
import { createStoryTables } from './migrations/0008-stories.ts'
import { makeMailBytes } from './migrations/0009-packed-mail.ts'
import { renewStoryTraits } from './migrations/0010-story-counts.ts'

/** In order, never edited once released: a change of the tables is a new entry, in a file of its own. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-tables': { up: createTables },
  '0002-host-visits': { up: createHostVisitTable },
  '0003-feed-health': { up: addFeedHealth },
  '0004-article-memory': { up: createArticleMemory },
  '0005-search': { up: addSearch },
  '0006-delivery': { up: addDelivery },
  '0007-subscriptions': { up: createSubscriptionTables },
  '0008-stories': { up: createStoryTables },
  '0009-packed-mail': { up: makeMailBytes },
  '0010-story-counts': { up: renewStoryTraits },
}
