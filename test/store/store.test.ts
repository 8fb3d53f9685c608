import assert from 'node:assert/strict'
import { execFile as execFileWithCallback } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import type { Digest } from '../../src/digest/digest.ts'
import type { FeedState } from '../../src/feed/feed-state.ts'
import type { ListedArticle } from '../../src/store/feed-store.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import type { Match } from '../../src/topic/match.ts'
import { eachDatabase } from './each-database.ts'
import { sampleReading } from './sample-reading.ts'

const execFile = promisify(execFileWithCallback)

const state: FeedState = {
  feedId: 'wire',
  url: 'https://wire.example/feed',
  validators: { etag: 'W/"a b"', lastModified: 'Fri, 14 Jun 2024 10:00:00 GMT' },
  bodyHash: 'h',
  lastBodyAt: 1_000,
  nextPollAt: 2_000,
  nextPollWhy: 'its interval',
  move: { to: 'https://new.example/feed', pollCount: 2, sinceAt: 500, isBelieved: false },
  rhythm: { usualGapMs: 60_000, quietGapMs: 90_000, newestItemAt: 800 },
  wishes: { intervalMs: 3_600_000, skipHours: [1, 2], skipDays: ['Sunday'] },
  lastPollAt: 1_000,
  lastSuccessAt: 1_000,
  failureCount: 2,
  failingSinceAt: 900,
  lastFailure: { code: 'timeout', message: 'no answer within 30 s' },
  itemCount: 1,
}

function listed(id: string, firstSeenAt: number, more: Partial<ListedArticle> = {}): ListedArticle {
  return {
    itemKey: `key-${id}`,
    articleId: id,
    url: `https://wire.example/${id}`,
    hasPage: true,
    listedBy: 'wire',
    feedId: 'wire',
    outlet: 'Wire',
    listing: { title: `Title ${id}`, authors: [] },
    firstSeenAt,
    status: 'listed',
    ...more,
  }
}

function matchOf(topicId: string): Match {
  return { topicId, source: 'full', evidence: [] }
}

async function addMatched(
  store: Store,
  id: string,
  at: number,
  topicIds: readonly string[] = ['peace'],
): Promise<void> {
  await store.savePoll({ state, listed: [listed(id, at)] })
  await store.startAttempt({ articleId: id, awaits: 'reading', nextAttemptAt: at + 10 })
  await store.saveReading({
    articleId: id,
    status: 'read',
    reading: sampleReading,
    readAt: at,
    url: `https://wire.example/${id}`,
  })
  await store.saveJudgement({ articleId: id, matches: topicIds.map(matchOf), topicsVersion: 'v1', matchedAt: at })
}

const slot = { planId: 'daily', date: '2024-06-15', dueAt: 5_000 }
const news = { planId: 'daily', address: 'a@desk.example', topicIds: ['peace'], matchedSince: 0, limit: 100 }
const digest: Digest = {
  planId: 'daily',
  name: 'Daily',
  slotDate: '2024-06-15',
  timezone: 'UTC',
  subject: 'One new',
  preheader: '',
  sections: [],
  sharedTopics: [],
  quietTopics: [],
  coverage: { feedCount: 1, articleCount: 1, failingFeeds: [], partlyReadCount: 0 },
}
const mail = {
  digest,
  deliveryId: 'd1',
  address: 'a@desk.example',
  from: 'desk@desk.example',
  subject: 'One new',
  messageId: '<m1@desk.example>',
  eml: new Uint8Array([13, 10, 0, 255]),
  articleIds: ['one'],
  newsSince: 50,
  expiresAt: 9_000_000,
}

async function loadUnmailed(store: Store, request: Parameters<Store['loadUnmailedIds']>[0]) {
  const articleIds = await store.loadUnmailedIds(request)
  return store.loadMatched({ articleIds, topicIds: request.topicIds })
}

eachDatabase('store', (openScratch) => {
  async function withStore(use: (store: Store) => Promise<void>): Promise<void> {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    await use(store)
  }

  test('gives back a feed state as it was saved, absent fields absent', () =>
    withStore(async (store) => {
      await store.savePoll({ state, listed: [] })
      assert.deepEqual(await store.loadFeedState('wire'), state)
      const { failingSinceAt: _since, lastFailure: _failure, bodyHash: _hash, ...healthy } = state
      await store.savePoll({ state: { ...healthy, validators: {} }, listed: [] })
      assert.deepEqual(await store.loadFeedState('wire'), { ...healthy, validators: {} })
      assert.equal(await store.loadFeedState('other'), undefined)
    }))

  test('an article listed again, by this feed or another, is not new again', () =>
    withStore(async (store) => {
      assert.deepEqual(await store.savePoll({ state, listed: [listed('one', 10), listed('two', 10)] }), ['one', 'two'])
      const again = [listed('one', 20), listed('one', 20, { listedBy: 'other', itemKey: 'guid-elsewhere' })]
      assert.deepEqual(await store.savePoll({ state, listed: again }), [])
      assert.equal((await store.loadArticle('one'))?.firstSeenAt, 10)
    }))

  test('a poll is stored whole or not at all', () =>
    withStore(async (store) => {
      const broken = listed('two', 10, { firstSeenAt: Number.NaN })
      await assert.rejects(store.savePoll({ state, listed: [listed('one', 10), broken] }))
      assert.equal(await store.loadArticle('one'), undefined)
      assert.equal(await store.loadFeedState('wire'), undefined)
    }))

  test('an article goes from listed to read to judged, due at each stage until it is done', () =>
    withStore(async (store) => {
      await store.savePoll({ state, listed: [listed('one', 10), listed('old', 10, { status: 'skipped' })] })
      assert.deepEqual(await store.loadDueArticles(10, 9), [{ articleId: 'one', awaits: 'reading' }])
      const begun = await store.startAttempt({ articleId: 'one', awaits: 'reading', nextAttemptAt: 50 })
      assert.equal(begun?.attemptCount, 1)
      assert.deepEqual(await store.loadDueArticles(49, 9), [])
      assert.deepEqual(await store.loadDueArticles(50, 9), [{ articleId: 'one', awaits: 'reading' }])
      assert.equal(await store.startAttempt({ articleId: 'one', awaits: 'matching', nextAttemptAt: 50 }), undefined)
      await store.saveReading({
        articleId: 'one',
        status: 'read',
        reading: sampleReading,
        readAt: 60,
        url: 'https://wire.example/one',
      })
      assert.deepEqual(await store.loadDueArticles(60, 9), [{ articleId: 'one', awaits: 'matching' }])
      assert.equal(await store.startAttempt({ articleId: 'one', awaits: 'reading', nextAttemptAt: 70 }), undefined)
      await store.saveJudgement({ articleId: 'one', matches: [matchOf('peace')], topicsVersion: 'v1', matchedAt: 61 })
      assert.deepEqual(await store.loadDueArticles(1_000, 9), [])
      assert.deepEqual((await store.loadArticle('one'))?.reading, sampleReading)
    }))

  test('a wait that is nobody’s failure costs no attempt', () =>
    withStore(async (store) => {
      await store.savePoll({ state, listed: [listed('one', 10)] })
      for (const isFree of [true, false]) {
        await store.startAttempt({ articleId: 'one', awaits: 'reading', nextAttemptAt: 50 })
        await store.postponeReading({ articleId: 'one', until: 90, reason: 'later', isFree })
        assert.equal((await store.loadArticle('one'))?.attemptCount, isFree ? 0 : 1)
      }
      assert.deepEqual(await store.loadDueArticles(89, 9), [])
    }))

  test('edited topics make judged articles of the window due again, without mailing what they find', () =>
    withStore(async (store) => {
      await addMatched(store, 'one', 100)
      await addMatched(store, 'old', 5)
      assert.equal(await store.requeueOutdatedMatches({ topicsVersion: 'v1', seenSince: 50, now: 200, limit: 9 }), 0)
      assert.equal(await store.requeueOutdatedMatches({ topicsVersion: 'v2', seenSince: 50, now: 200, limit: 9 }), 1)
      assert.deepEqual(await store.loadDueArticles(200, 9), [{ articleId: 'one', awaits: 'matching' }])
      const matches = [matchOf('peace'), matchOf('new-topic')]
      await store.saveJudgement({ articleId: 'one', matches, topicsVersion: 'v2', matchedAt: 210 })
      const both = await loadUnmailed(store, { ...news, topicIds: ['peace', 'new-topic'], matchedSince: 50 })
      assert.deepEqual(
        both.map((article) => [article.articleId, article.matches.map((match) => match.topicId)]),
        [['one', ['peace']]],
      )
    }))

  test('what an address was told is not news to it again, while it is to another', () =>
    withStore(async (store) => {
      await addMatched(store, 'one', 100)
      assert.equal((await loadUnmailed(store, news)).length, 1)
      await store.startSlot(slot, 5_600)
      assert.deepEqual(await store.saveMails({ slot, mails: [mail], composedAt: 5_001 }), ['d1'])
      assert.equal((await loadUnmailed(store, news)).length, 0)
      assert.equal((await loadUnmailed(store, { ...news, address: 'b@desk.example' })).length, 1)
    }))

  test('a slot is composed once, however often it is tried', () =>
    withStore(async (store) => {
      assert.equal(await store.startSlot(slot, 5_600), 1)
      assert.deepEqual(await store.loadUnfinishedSlots(5_599), [])
      assert.deepEqual(await store.loadUnfinishedSlots(5_600), [slot])
      assert.equal(await store.startSlot(slot, 5_700), 2)
      const composed = { slot, mails: [mail], composedAt: 5_001 }
      const stored = await Promise.all([store.saveMails(composed), store.saveMails(composed)])
      assert.deepEqual(stored.flat(), ['d1'])
      assert.deepEqual(await store.loadServed(slot), new Set(['a@desk.example']))
      const finished = await Promise.all([store.finishSlot(slot, 5_001), store.finishSlot(slot, 5_001)])
      assert.deepEqual(finished.sort(), [false, true])
      assert.equal(await store.startSlot(slot, 5_800), undefined)
      assert.equal((await store.loadOutbox()).length, 1)
      assert.deepEqual(await store.loadMail('d1'), { digest: mail.digest, eml: mail.eml })
    }))

  test('remembers since when a plan runs and what it last sent', () =>
    withStore(async (store) => {
      assert.deepEqual(await store.loadPlanHistory('daily'), {})
      await store.saveRecipients([{ planId: 'daily', address: 'a@desk.example' }], 100)
      await store.saveRecipients([{ planId: 'daily', address: 'a@desk.example' }], 900)
      assert.deepEqual(await store.loadReader('daily', 'a@desk.example'), { startedAt: 100 })
      await store.startSlot(slot, 5_600)
      assert.deepEqual(await store.loadPlanHistory('daily'), { startedAt: 100 })
      await store.finishSlot(slot, 5_001)
      const history = { startedAt: 100, lastSlotDate: '2024-06-15', lastComposedAt: 5_001 }
      assert.deepEqual(await store.loadPlanHistory('daily'), history)
    }))

  test('a mail is claimed by one at a time, and again when the claim runs out', () =>
    withStore(async (store) => {
      await store.startSlot(slot, 5_600)
      await store.saveMails({ slot, mails: [mail], composedAt: 5_001 })
      const claim = { deliveryId: 'd1', now: 5_002, leaseUntil: 6_000 }
      const claims = await Promise.all([store.claimMail(claim), store.claimMail(claim), store.claimMail(claim)])
      assert.equal(claims.filter((each) => each !== undefined).length, 1)
      assert.deepEqual(await store.loadDueDeliveries(5_999, 9), [])
      assert.deepEqual(await store.loadDueDeliveries(6_000, 9), ['d1'])
      assert.equal((await store.claimMail({ ...claim, now: 6_000, leaseUntil: 7_000 }))?.attemptCount, 2)
    }))

  test('a mail whose bytes went out without an answer is sent once more, then rests for a person', () =>
    withStore(async (store) => {
      await store.startSlot(slot, 5_600)
      await store.saveMails({ slot, mails: [mail], composedAt: 5_001 })
      for (const now of [6_000, 7_000]) {
        assert.notEqual(await store.claimMail({ deliveryId: 'd1', now, leaseUntil: now + 500 }), undefined)
        await store.savePhase('d1', 'data')
      }
      assert.equal(await store.claimMail({ deliveryId: 'd1', now: 8_000, leaseUntil: 8_500 }), undefined)
      assert.equal((await store.loadOutbox())[0]?.status, 'unknown')
    }))

  test('a sent mail is never due again', () =>
    withStore(async (store) => {
      await store.startSlot(slot, 5_600)
      await store.saveMails({ slot, mails: [mail], composedAt: 5_001 })
      await store.claimMail({ deliveryId: 'd1', now: 5_002, leaseUntil: 6_000 })
      await store.saveDeliveryResult('d1', { status: 'sent', reason: '250 OK', at: 5_003 })
      assert.deepEqual(await store.loadDueDeliveries(9_999_999, 9), [])
      assert.equal(await store.claimMail({ deliveryId: 'd1', now: 9_999_999, leaseUntil: 10_000_000 }), undefined)
    }))

  test('turns at a host are a gap apart for all who ask at once, of whichever worker', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    await using other = await openStore(scratch.url)
    const starts = await Promise.all(
      [store, other, store, other, store].map((each) => each.reserveHost('wire.example', 1_000, 50_000, 60_000)),
    )
    assert.deepEqual(starts.sort(), [50_000, 51_000, 52_000, 53_000, 54_000])
    assert.equal(await store.reserveHost('wire.example', 1_000, 90_000, 90_000), 90_000)
    assert.equal(await store.reserveHost('other.example', 1_000, 50_000, 50_000), 50_000)
  })

  test('a turn that comes too late takes no place, and says when to ask again', () =>
    withStore(async (store) => {
      assert.equal(await store.reserveHost('wire.example', 10_000, 50_000, 50_000), 50_000)
      for (const latestAt of [50_000, 55_000, 59_999]) {
        assert.equal(await store.reserveHost('wire.example', 1_000, 50_000, latestAt), 60_000)
      }
      assert.equal(await store.reserveHost('wire.example', 1_000, 50_000, 60_000), 60_000)
      assert.equal(await store.reserveHost('wire.example', 1_000, 50_000, 61_000), 61_000)
    }))

  test('hosts that are asked for together get their own gaps', () =>
    withStore(async (store) => {
      const ask = (host: string, gapMs: number, now: number) => store.reserveHost(host, gapMs, now, now)
      const first = [ask('b.example', 1_000, 100), ask('a.example', 1_000, 200), ask('c.example', 4_000, 300)]
      assert.deepEqual(await Promise.all(first), [100, 200, 300])
      const second = [ask('a.example', 1_000, 400), ask('b.example', 1_000, 400), ask('c.example', 1_000, 400)]
      assert.deepEqual(await Promise.all(second), [1_200, 1_100, 4_300])
    }))

  test('no turn is given while as many visits as allowed last', () =>
    withStore(async (store) => {
      const ask = (now: number) => store.reserveHost('wire.example', 1_000, now, now)
      assert.equal(await ask(10_000), 10_000)
      await store.startVisit({ id: 'v1', host: 'wire.example', now: 10_500, untilAt: 40_000 })
      assert.equal(await ask(11_000), 11_000)
      await store.startVisit({ id: 'v2', host: 'wire.example', now: 11_500, untilAt: 41_000 })
      assert.equal(await ask(12_000), 13_000, 'asked again a gap later')
      assert.equal(await store.reserveHost('other.example', 1_000, 12_000, 12_000), 12_000)
      await store.endVisit('v1')
      assert.equal(await ask(12_000), 12_000)
      await store.startVisit({ id: 'v3', host: 'wire.example', now: 12_500, untilAt: 42_000 })
      assert.equal(await ask(40_999), 41_999)
      assert.equal(await ask(41_000), 41_000, 'a visit whose end nobody told is over by itself')
    }))

  test('forgets old articles for good: an item still in its feed does not come back as new', () =>
    withStore(async (store) => {
      await addMatched(store, 'one', 100)
      assert.equal(await store.deleteOld(1_000), 1)
      assert.equal(await store.loadArticle('one'), undefined)
      assert.deepEqual(await store.savePoll({ state, listed: [listed('one', 2_000)] }), [])
      assert.equal(await store.loadArticle('one'), undefined)
    }))

  test('several processes may open a new database at once', async () => {
    await using scratch = await openScratch()
    const code =
      'const { openStore } = await import(process.argv[1]); await using store = await openStore(process.argv[2])'
    const module = new URL('../../src/store/open-store.ts', import.meta.url).href
    const open = () => execFile(process.execPath, ['--input-type=module', '-e', code, module, scratch.url])
    await Promise.all([open(), open(), open()])
  })
})
