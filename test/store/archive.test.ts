import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../../src/article/reading.ts'
import type { FeedState } from '../../src/feed/feed-state.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import type { Match } from '../../src/topic/match.ts'
import { ANYTHING, allOf, anyOf, type Sieve } from '../../src/topic/sieve.ts'
import { eachDatabase } from './each-database.ts'

const state: FeedState = {
  feedId: 'wire',
  url: 'https://wire.example/feed',
  validators: {},
  rhythm: {},
  wishes: {},
  nextPollAt: 0,
  failureCount: 0,
  itemCount: 1,
}

function readingOf(title: string, text: string): Reading {
  return { title, authors: [], text, blocks: [], passages: [], labels: [], quality: 'full', furniture: [] }
}

/** An article that is listed, read and judged. */
async function add(
  store: Store,
  id: string,
  article: { at: number; title?: string; text?: string; topics?: string[] },
) {
  const { at, title = id, text = '', topics = [] } = article
  const url = `https://wire.example/${id}`
  const more = {
    itemKey: id,
    hasPage: true,
    listedBy: 'wire',
    feedId: 'wire',
    outlet: 'Wire',
    status: 'listed',
  } as const
  const listing = { title, authors: [] }
  await store.savePoll({ state, listed: [{ ...more, articleId: id, url, listing, firstSeenAt: at }] })
  await store.saveReading({ articleId: id, status: 'read', reading: readingOf(title, text), readAt: at, url })
  const matches = topics.map((topicId): Match => ({ topicId, source: 'full', evidence: [] }))
  const versions = new Map(topics.map((topicId) => [topicId, `${topicId}-1`]))
  await store.saveJudgement({ articleId: id, matches, topicsVersion: 'v1', versions, matchedAt: at })
}

function word(form: string, isPrefix = false): Sieve {
  return { kind: 'word', form, isPrefix }
}

eachDatabase('archive', (openScratch) => {
  async function withStore(use: (store: Store, url: string) => Promise<void>): Promise<void> {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    await use(store, scratch.url)
  }

  test('is searched by folded words, newest first', () =>
    withStore(async (store) => {
      await add(store, 'one', { at: 10, title: 'Peace proposals', text: 'A cease-fire in Kyiv.' })
      await add(store, 'two', { at: 20, title: 'МИРНИЙ план', text: 'Peaceful days.' })
      const cases: readonly (readonly [Sieve, number, readonly string[]])[] = [
        [ANYTHING, 0, ['two', 'one']],
        [ANYTHING, 15, ['two']],
        [word('peace'), 0, ['one']],
        [word('peace', true), 0, ['two', 'one']],
        [word('мирний'), 0, ['two']],
        [allOf([word('cease'), word('fire')]), 0, ['one']],
        [allOf([word('cease'), word('plan')]), 0, []],
        [anyOf([word('kyiv'), allOf([word('план'), word('peace', true)])]), 0, ['two', 'one']],
        [word('nothing'), 0, []],
      ]
      for (const [sieve, since, ids] of cases) {
        assert.deepEqual(await store.findArticleIds({ sieve, since }), ids, JSON.stringify(sieve))
      }
    }))

  test('finds an article by what was read last, and not once it is deleted', () =>
    withStore(async (store) => {
      await add(store, 'one', { at: 10, text: 'before' })
      await add(store, 'one', { at: 10, text: 'after' })
      assert.deepEqual(await store.findArticleIds({ sieve: word('before'), since: 0 }), [])
      assert.deepEqual(await store.findArticleIds({ sieve: word('after'), since: 0 }), ['one'])
      await store.deleteOld(11)
      await add(store, 'two', { at: 20, text: 'other' })
      assert.deepEqual(await store.findArticleIds({ sieve: word('after'), since: 0 }), [])
    }))

  test('takes words that no query language would', () =>
    withStore(async (store) => {
      await add(store, 'one', { at: 10, text: `a' & b \\ "c" ${'x'.repeat(5_000)} AND OR NOT *` })
      assert.deepEqual(await store.findArticleIds({ sieve: allOf([word('and'), word('not')]), since: 0 }), ['one'])
    }))

  test('is read in pages, each article once, with the matches it has', () =>
    withStore(async (store) => {
      for (const [index, id] of ['c', 'a', 'b', 'd'].entries()) {
        await add(store, id, { at: index < 3 ? 10 : 20, topics: id === 'a' ? ['peace'] : [] })
      }
      const first = await store.loadArchivePage({ since: 10, limit: 2 })
      const second = await store.loadArchivePage({ since: 10, after: first.next, limit: 2 })
      const third = await store.loadArchivePage({ since: 10, after: second.next, limit: 2 })
      const ids = [first, second, third].map((page) => page.articles.map(({ article }) => article.id))
      assert.deepEqual(ids, [['a', 'b'], ['c', 'd'], []])
      assert.equal(third.next, undefined)
      const [match] = first.articles[0]?.matches ?? []
      assert.deepEqual(match, {
        topicId: 'peace',
        source: 'full',
        evidence: [],
        topicVersion: 'peace-1',
        matchedAt: 10,
      })
      assert.equal(await store.countArchive({ since: 11 }), 1)
      assert.equal(await store.countArchive({ since: 10, until: 20 }), 3)
      const until = await store.loadArchivePage({ since: 10, until: 20, limit: 9 })
      assert.deepEqual(
        until.articles.map(({ article }) => article.id),
        ['a', 'b', 'c'],
      )
    }))

  test('is divided into spans of as many articles that leave none out', () =>
    withStore(async (store) => {
      for (const at of [10, 11, 12, 13, 14, 15]) await add(store, `at-${at}`, { at })
      const spans = await store.divideArchive({ since: 11, partCount: 2 })
      assert.deepEqual(spans, [
        { since: 11, until: 13 },
        { since: 13, until: undefined },
      ])
      assert.deepEqual(await Promise.all(spans.map(store.countArchive)), [2, 3])
    }))

  test('gives an article by its id or its URL', () =>
    withStore(async (store) => {
      await add(store, 'one', { at: 10, topics: ['peace'] })
      for (const name of ['one', 'https://wire.example/one']) {
        const found = await store.findArticle(name)
        assert.equal(found?.article.id, 'one')
        assert.equal(found.matches[0]?.topicId, 'peace')
      }
      assert.equal(await store.findArticle('two'), undefined)
    }))

  test('articles that older topics judged are offered again in portions, the newest first, and counted', () =>
    withStore(async (store) => {
      for (const at of [10, 20, 30]) await add(store, `at-${at}`, { at })
      const outdated = { topicsVersion: 'v2', seenSince: 15 }
      assert.deepEqual(await store.countOutdatedMatches(outdated), { leftCount: 2, doneCount: 0 })
      assert.equal(await store.requeueOutdatedMatches({ ...outdated, now: 40, limit: 1 }), 1)
      assert.deepEqual(await store.loadDueArticles(40, 9), [{ articleId: 'at-30', awaits: 'matching' }])
      await store.saveJudgement({ articleId: 'at-30', matches: [], topicsVersion: 'v2', matchedAt: 41 })
      assert.deepEqual(await store.countOutdatedMatches(outdated), { leftCount: 1, doneCount: 1 })
      assert.equal(await store.requeueOutdatedMatches({ ...outdated, now: 42, limit: 9 }), 1)
    }))
})
