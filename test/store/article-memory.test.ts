import assert from 'node:assert/strict'
import { createCipheriv } from 'node:crypto'
import { test } from 'node:test'
import type { BlockMark } from '../../src/article/mark-blocks.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { eachDatabase } from './each-database.ts'
import { sampleReading } from './sample-reading.ts'

const MINUTE_MS = 60_000
const state = {
  feedId: 'wire',
  url: 'https://wire.example/feed',
  validators: {},
  rhythm: {},
  wishes: {},
  nextPollAt: 2_000,
  failureCount: 0,
  itemCount: 1,
}
const BODY = new TextEncoder().encode('<p>Ein Wort, наприклад, und noch eines.</p>'.repeat(40))

function mark(name: string, more: Partial<BlockMark> = {}): BlockMark {
  const text = Buffer.from(name).toString('hex').padEnd(16, '0').slice(0, 16)
  return { text, place: '00000001', length: 300, isKept: true, isQuote: false, ...more }
}
const box = mark('box', { place: '00000002' })
const BOX_KEY = `${box.text}${box.place}`

async function list(store: Store, id: string, firstSeenAt: number): Promise<void> {
  const listed = {
    itemKey: id,
    articleId: id,
    url: `https://wire.example/${id}`,
    hasPage: true,
    listedBy: 'wire',
    feedId: 'wire',
    outlet: 'Wire',
    listing: { title: id, authors: [] },
    firstSeenAt,
    status: 'listed',
  } as const
  await store.savePoll({ state, listed: [listed] })
}

async function read(store: Store, id: string, at: number, marks: readonly BlockMark[] = [mark(id), box]) {
  await list(store, id, at)
  const url = `https://wire.example/${id}`
  const { version } = await store.loadHostMemory('wire.example')
  await store.saveReading({
    articleId: id,
    status: 'read',
    reading: sampleReading,
    readAt: at,
    url,
    page: { url, body: BODY, contentType: 'text/html; charset=utf-8' },
    marks: { host: 'wire.example', marks, memoryVersion: version },
  })
  await store.saveJudgement({ articleId: id, matches: [], topicsVersion: 'v1', matchedAt: at })
}

eachDatabase('the memory of articles', (openScratch) => {
  test('a page is kept as it was served, and forgotten after its time', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    await read(store, 'old', 1_000)
    await read(store, 'new', 5_000)
    assert.deepEqual(await store.loadPage('old'), {
      url: 'https://wire.example/old',
      contentType: 'text/html; charset=utf-8',
      body: new Uint8Array(Buffer.from(BODY)),
    })
    assert.deepEqual(await store.listPages(0), ['old', 'new'])
    assert.equal(await store.deletePages(5_000), 1)
    assert.deepEqual(await store.listPages(0), ['new'])
    await store.deleteOld(6_000)
    assert.deepEqual(await store.listPages(0), [])
  })

  test('a page too large to be kept is left, and its article is stored', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    await list(store, 'large', 1_000)
    // Bytes that no packing makes smaller.
    const body = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(3 * 1024 ** 2))
    const url = 'https://wire.example/large'
    await store.saveReading({
      articleId: 'large',
      status: 'read',
      reading: sampleReading,
      readAt: 1_000,
      url,
      page: { url, body },
    })
    assert.ok((await store.loadPage('large')) === undefined)
    assert.equal((await store.loadArticle('large'))?.status, 'read')
  })

  test('a host is learned once all its articles are read, and those with the block are due again', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    for (const [index, id] of ['a', 'b', 'c'].entries()) await read(store, id, 1_000 + index)
    await list(store, 'd', 2_000)
    assert.deepEqual(await store.loadHostsToLearn(3_000, 10), [])
    assert.deepEqual(await store.loadHostsToLearn(1_000 + 30 * MINUTE_MS, 10), ['wire.example'])
    await store.postponeReading({ articleId: 'd', until: 9_000, reason: 'server-error: 503', isFree: false })
    assert.deepEqual(await store.loadHostsToLearn(3_000, 10), ['wire.example'])
    assert.equal(await store.loadNextAttemptAt(), 1_000)
    assert.equal(await store.learnHost('wire.example', 3_000), 3)
    assert.deepEqual(await store.loadHostMemory('wire.example'), { version: 1, recurring: [BOX_KEY] })
    assert.deepEqual(await store.loadHostsToLearn(3_000, 10), [])
    assert.deepEqual(await store.loadDueRereadings(3_000, 10), ['a', 'b', 'c'])
    assert.equal(await store.loadNextAttemptAt(), 3_000)
  })

  test('a page read with what was learned is not due again, nor one without the block', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    for (const [index, id] of ['a', 'b', 'c'].entries()) await read(store, id, 1_000 + index)
    await store.learnHost('wire.example', 3_000)
    for (const id of ['a', 'b', 'c']) await store.endRereading(id)
    await read(store, 'd', 4_000)
    await read(store, 'e', 4_001, [mark('e')])
    assert.equal(await store.learnHost('wire.example', 5_000), 0)
  })

  test('another reading takes the place of the last, is matched again, and teaches nothing new', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    for (const [index, id] of ['a', 'b', 'c'].entries()) await read(store, id, 1_000 + index)
    await store.learnHost('wire.example', 3_000)
    const page = await store.startRereading({ articleId: 'a', nextAttemptAt: 9_000 })
    assert.equal(page?.url, 'https://wire.example/a')
    await store.saveRereading({
      articleId: 'a',
      status: 'read',
      reading: { ...sampleReading, title: 'Better' },
      rereadAt: 3_500,
      marks: { host: 'wire.example', marks: [mark('a'), box], memoryVersion: 1 },
    })
    assert.equal((await store.loadArticle('a'))?.reading?.title, 'Better')
    assert.deepEqual(await store.loadDueArticles(3_500, 10), [{ articleId: 'a', awaits: 'matching' }])
    assert.deepEqual(await store.loadDueRereadings(9_000, 10), ['b', 'c'])
    assert.equal(await store.startRereading({ articleId: 'a', nextAttemptAt: 9_000 }), undefined)
    await store.saveJudgement({ articleId: 'a', matches: [], topicsVersion: 'v1', matchedAt: 3_600 })
    assert.deepEqual(await store.loadHostsToLearn(4_000, 10), [])
  })

  test('a page that ends its process each time is tried three times', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    for (const [index, id] of ['a', 'b', 'c'].entries()) await read(store, id, 1_000 + index)
    await store.learnHost('wire.example', 3_000)
    for (const _ of [1, 2, 3]) assert.ok(await store.startRereading({ articleId: 'a', nextAttemptAt: 4_000 }))
    assert.equal(await store.startRereading({ articleId: 'a', nextAttemptAt: 4_000 }), undefined)
    assert.deepEqual(await store.loadDueRereadings(9_000, 10), ['b', 'c'])
  })

  test('the newest 60 pages of a host decide, and what stands on none of them is forgotten', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    for (const [index, id] of ['a', 'b', 'c'].entries()) await read(store, id, 1_000 + index)
    await store.learnHost('wire.example', 2_000)
    for (let index = 0; index < 58; index++) await read(store, `n${index}`, 3_000 + index, [mark(`n${index}`)])
    await store.learnHost('wire.example', 4_000)
    assert.deepEqual((await store.loadHostMemory('wire.example')).recurring, [BOX_KEY])
    for (let index = 58; index < 60; index++) await read(store, `n${index}`, 3_000 + index, [mark(`n${index}`)])
    await store.learnHost('wire.example', 5_000)
    assert.deepEqual(await store.loadHostMemory('wire.example'), { version: 3, recurring: [] })
  })
})
