import type { Kysely } from 'kysely'
import * as archive from './archive-store.ts'
import * as arrivals from './arrival-store.ts'
import * as articles from './article-store.ts'
import * as composed from './composed-store.ts'
import * as digests from './digest-store.ts'
import { durably } from './durably.ts'
import * as feeds from './feed-store.ts'
import { gatherDurableWrites } from './gather-durable-writes.ts'
import { gatherReservations } from './gather-reservations.ts'
import * as gauges from './gauge-store.ts'
import * as groupingDue from './grouping-due-store.ts'
import * as hostBlocks from './host-block-store.ts'
import * as hosts from './host-store.ts'
import { openDatabase } from './open-database.ts'
import * as outbox from './outbox-store.ts'
import * as pages from './page-store.ts'
import * as rematch from './rematch-store.ts'
import * as rereads from './reread-store.ts'
import * as resting from './resting-mail-store.ts'
import type { Schema } from './schema.ts'
import * as search from './search-store.ts'
import * as slots from './slot-store.ts'
import * as statements from './statement-store.ts'
import * as decisions from './story-decision-store.ts'
import * as grouping from './story-due-store.ts'
import * as stories from './story-store.ts'
import * as storyViews from './story-view-store.ts'
import * as subscriptions from './subscription-store.ts'
import * as upkeep from './upkeep-store.ts'
import * as views from './view-store.ts'

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
  const writeDurably = gatherDurableWrites(db)
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
    saveRereading: on(rereads.saveRereading),
    loadPage: on(pages.loadPage),
    listPages: on(pages.listPages),
    loadDueRereadings: on(pages.loadDueRereadings),
    startRereading: on(pages.startRereading),
    endRereading: on(pages.endRereading),
    deletePages: on(pages.deletePages),
    loadHostMemory: on(hostBlocks.loadHostMemory),
    loadHostsToLearn: on(hostBlocks.loadHostsToLearn),
    learnHost: on(hostBlocks.learnHost),
    saveJudgement: on(articles.saveJudgement),
    loadDueArticles: on(articles.loadDueArticles),
    requeueOutdatedMatches: on(rematch.requeueOutdatedMatches),
    countOutdatedMatches: on(rematch.countOutdatedMatches),
    countArchive: on(archive.countArchive),
    divideArchive: on(archive.divideArchive),
    loadArchivePage: on(archive.loadArchivePage),
    loadArchived: on(archive.loadArchived),
    findArticle: on(archive.findArticle),
    findArticleIds: on(search.findArticleIds),
    loadSpeakers: on(statements.loadSpeakers),
    loadLedger: on(statements.loadLedger),
    loadGroupingDueAt: on(groupingDue.loadGroupingDueAt),
    startGrouping: on(grouping.startGrouping),
    loadStillDue: on(grouping.loadStillDue),
    loadStoryLog: on(stories.loadStoryLog),
    loadStoryMembers: on(stories.loadStoryMembers),
    savePlacements: on(stories.savePlacements),
    saveRenewals: on(stories.saveRenewals),
    mergeStories: on(decisions.mergeStories),
    splitStory: on(decisions.splitStory),
    renameStory: on(decisions.renameStory),
    loadStories: on(storyViews.loadStories),
    loadStory: on(storyViews.loadStory),
    findStoryId: on(storyViews.findStoryId),
    loadStoriesBefore: on(storyViews.loadStoriesBefore),
    saveRecipients: on(digests.saveRecipients),
    loadReader: on(digests.loadReader),
    loadUnmailedIds: on(digests.loadUnmailedIds),
    loadMatched: on(digests.loadMatched),
    loadArrived: on(arrivals.loadArrived),
    countMatched: on(arrivals.countMatched),
    loadPlanHistory: on(slots.loadPlanHistory),
    loadUnfinishedSlots: on(slots.loadUnfinishedSlots),
    loadRecentlyDue: on(slots.loadRecentlyDue),
    startSlot: on(slots.startSlot),
    dropSlot: on(slots.dropSlot),
    finishSlot: onDisk(slots.finishSlot),
    loadServed: on(composed.loadServed),
    saveMails: onDisk(composed.saveMails),
    claimMail: on(outbox.claimMail),
    savePhase: outbox.phaseSaver(db, writeDurably),
    saveDeliveryResult: (deliveryId: string, result: outbox.DeliveryResult) =>
      writeDurably((trx) => outbox.saveDeliveryResult(trx, deliveryId, result)),
    loadDueDeliveries: on(outbox.loadDueDeliveries),
    loadOutbox: on(outbox.loadOutbox),
    retryMail: onDisk(resting.retryMail),
    resolveMail: onDisk(resting.resolveMail),
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
    isUnsubscribed: on(subscriptions.isUnsubscribed),
    unsubscribe: onDisk(subscriptions.unsubscribe),
    resubscribe: onDisk(subscriptions.resubscribe),
    loadSecrets: onDisk(subscriptions.loadSecrets),
    loadMailedDigest: on(views.loadMailedDigest),
    loadToldArticles: on(views.loadToldArticles),
    loadGauges: on(gauges.loadGauges),
    [Symbol.asyncDispose]: () => db.destroy(),
  }
}
