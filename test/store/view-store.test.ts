import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FeedState } from '../../src/feed/feed-state.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { sampleDigest } from '../site/sample-digest.ts'
import { eachDatabase } from './each-database.ts'
import { sampleReading } from './sample-reading.ts'

const state: FeedState = {
  feedId: 'wire',
  url: 'https://wire.example/feed',
  validators: {},
  nextPollAt: 2_000,
  failureCount: 0,
  rhythm: {},
  wishes: {},
  itemCount: 3,
}
const key = { planId: 'morning', address: 'a@desk.example', slotDate: '2024-06-14' }
const slot = { planId: key.planId, date: key.slotDate, dueAt: 5_000 }

async function addArticles(store: Store, ids: readonly string[]): Promise<void> {
  const listed = ids.map((id) => ({
    itemKey: id,
    articleId: id,
    url: `https://wire.example/${id}`,
    hasPage: true,
    listedBy: 'wire',
    feedId: 'wire',
    outlet: 'Wire',
    listing: { title: id, authors: [] },
    firstSeenAt: 100,
    status: 'listed' as const,
  }))
  await store.savePoll({ state, listed })
}

async function judge(store: Store, articleId: string, topicIds: readonly string[]): Promise<void> {
  await store.saveReading({
    articleId,
    status: 'read',
    reading: sampleReading,
    readAt: 100,
    url: `https://wire.example/${articleId}`,
  })
  const matches = topicIds.map((topicId) => ({ topicId, source: 'full' as const, evidence: [] }))
  await store.saveJudgement({ articleId, matches, topicsVersion: 'v1', matchedAt: 100 })
}

async function mail(store: Store, address: string, articleIds: readonly string[]): Promise<void> {
  const sent = {
    deliveryId: `to-${address}`,
    from: 'desk@desk.example',
    subject: 'S',
    messageId: `<${address}>`,
    eml: new Uint8Array(),
  }
  const mails = [{ ...sent, address, digest: sampleDigest, articleIds, newsSince: 0, expiresAt: 9_000_000 }]
  await store.saveMails({ slot, mails, composedAt: 5_001 })
}

eachDatabase('what the page shows', (openScratch) => {
  test('is the digest of one mail, and all articles it tells of with all their topics', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    await addArticles(store, ['one', 'two', 'three'])
    await judge(store, 'one', ['nato', 'peace'])
    await judge(store, 'two', ['peace'])
    await judge(store, 'three', ['peace'])
    await mail(store, key.address, ['one', 'two'])
    await mail(store, 'b@desk.example', ['three'])
    assert.deepEqual(await store.loadMailedDigest(key), JSON.parse(JSON.stringify(sampleDigest)))
    const told = await store.loadToldArticles(key)
    assert.deepEqual(
      told.map((article) => [article.articleId, article.matches.map((match) => match.topicId)]),
      [
        ['one', ['nato', 'peace']],
        ['two', ['peace']],
      ],
    )
    for (const other of [{ planId: 'evening' }, { address: 'c@desk.example' }, { slotDate: '2024-06-15' }]) {
      assert.equal(await store.loadMailedDigest({ ...key, ...other }), undefined)
      assert.deepEqual(await store.loadToldArticles({ ...key, ...other }), [])
    }
  })

  test('and for its metrics, how many of what there are and what is due', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    await addArticles(store, ['one', 'two', 'three'])
    await judge(store, 'one', ['peace'])
    await store.saveReading({
      articleId: 'two',
      status: 'read',
      reading: sampleReading,
      readAt: 100,
      url: 'https://wire.example/two',
    })
    await store.startSlot(slot, 6_000)
    await mail(store, key.address, ['one'])
    await mail(store, 'b@desk.example', [])
    await store.claimMail({ deliveryId: 'to-b@desk.example', now: 5_002, leaseUntil: 6_000 })
    await store.saveDeliveryResult('to-b@desk.example', { status: 'sent', reason: '250', at: 5_003 })
    await store.unsubscribe(key, 7_000)
    const expected = {
      articleCount: 3,
      unsubscriptionCount: 1,
      mailsByStatus: { queued: 1, sent: 1 },
      dueReadingCount: 1,
      dueMatchingCount: 1,
      dueGroupingCount: 1,
      dueSlotCount: 1,
      dueMailCount: 1,
    }
    assert.deepEqual(await store.loadGauges(6_000), expected)
    const earlier = { dueReadingCount: 0, dueMatchingCount: 0, dueGroupingCount: 0, dueSlotCount: 0, dueMailCount: 0 }
    assert.deepEqual(await store.loadGauges(50), { ...expected, ...earlier })
  })
})
