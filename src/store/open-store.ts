import type { Kysely } from 'kysely'
import * as articles from './article-store.ts'
import * as digests from './digest-store.ts'
import { durably } from './durably.ts'
import * as feeds from './feed-store.ts'
import { gatherReservations } from './gather-reservations.ts'
import * as hosts from './host-store.ts'
import { openDatabase } from './open-database.ts'
import * as outbox from './outbox-store.ts'
import type { Schema } from './schema.ts'
import * as upkeep from './upkeep-store.ts'

export type Store = Awaited<ReturnType<typeof openStore>>

/** Everything the desk remembers. @param url `postgres://…`, `:memory:`, or the path of an SQLite file */
export async function openStore(url: string) {
  const db: Kysely<Schema> = await openDatabase(url)
  const on =
    <Rest extends unknown[], Result>(query: (db: Kysely<Schema>, ...rest: Rest) => Result) =>
    (...rest: Rest): Result =>
      query(db, ...rest)
  const onDisk =
    <Rest extends unknown[], Result>(write: (db: Kysely<Schema>, ...rest: Rest) => Promise<Result>) =>
    (...rest: Rest): Promise<Result> =>
      durably(db, (disk) => write(disk, ...rest))
  return {
    loadFeedState: on(feeds.loadFeedState),
    loadFeedStates: on(feeds.loadFeedStates),
    savePoll: on(feeds.savePoll),
    postponePoll: on(feeds.postponePoll),
    loadArticle: on(articles.loadArticle),
    loadJudgedArticles: on(articles.loadJudgedArticles),
    startAttempt: on(articles.startAttempt),
    postponeReading: on(articles.postponeReading),
    saveReading: on(articles.saveReading),
    saveJudgement: on(articles.saveJudgement),
    loadDueArticles: on(articles.loadDueArticles),
    requeueOutdatedMatches: on(articles.requeueOutdatedMatches),
    saveRecipients: on(digests.saveRecipients),
    loadRecipientStart: on(digests.loadRecipientStart),
    loadPlanHistory: on(digests.loadPlanHistory),
    loadUnfinishedSlots: on(digests.loadUnfinishedSlots),
    startSlot: on(digests.startSlot),
    loadUnmailed: on(digests.loadUnmailed),
    saveComposed: onDisk(digests.saveComposed),
    claimMail: onDisk(outbox.claimMail),
    savePhase: onDisk(outbox.savePhase),
    saveDeliveryResult: onDisk(outbox.saveDeliveryResult),
    loadDueDeliveries: on(outbox.loadDueDeliveries),
    loadOutbox: on(outbox.loadOutbox),
    loadMail: on(outbox.loadMail),
    reserveHost: gatherReservations(db),
    startVisit: on(hosts.startVisit),
    endVisit: on(hosts.endVisit),
    loadRobots: on(hosts.loadRobots),
    saveRobots: on(hosts.saveRobots),
    saveHeartbeat: on(upkeep.saveHeartbeat),
    loadHeartbeat: on(upkeep.loadHeartbeat),
    loadCounts: on(upkeep.loadCounts),
    loadNextAttemptAt: on(upkeep.loadNextAttemptAt),
    loadReadCounts: on(upkeep.loadReadCounts),
    deleteOld: on(upkeep.deleteOld),
    [Symbol.asyncDispose]: () => db.destroy(),
  }
}
