import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStore, type Store } from '../../src/store/open-store.ts'
import type { PlacedArticle } from '../../src/store/story-store.ts'
import { sampleDigest } from '../site/sample-digest.ts'
import { eachDatabase } from './each-database.ts'
import { sampleReading } from './sample-reading.ts'
import { addArticle, judge, sampleStatement, sampleTraits } from './sample-stories.ts'

const START = { now: 1_000, limit: 9, retryAt: 5_000 }
const fact = { kind: 'number', words: '300 boats', start: 0, end: 7 } as const

function placed(articleId: string, storyId: string, more: Partial<PlacedArticle['placement']> = {}): PlacedArticle {
  return {
    placement: { articleId, storyId, isNewStory: articleId === storyId, why: 'the first', newFacts: [], ...more },
    title: `Title of ${articleId}`,
    at: 10,
    traits: sampleTraits(articleId, ['Example Agency']),
  }
}

/** Stores these placements behind what is stored. */
async function save(store: Store, ...articles: readonly PlacedArticle[]): Promise<boolean> {
  const { sequence } = await store.loadStoryLog()
  return store.savePlacements({ sequence, placed: articles, now: 1_000 })
}

async function dueIds(store: Store, now = START.now): Promise<readonly string[]> {
  return (await store.startGrouping({ ...START, now })).map(({ article }) => article.id)
}

eachDatabase('stories', (openScratch) => {
  async function withStore(use: (store: Store) => Promise<void>): Promise<void> {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    await use(store)
  }

  test('what was said is kept of articles that match, and replaced when they are judged again', () =>
    withStore(async (store) => {
      const first = sampleStatement('Ada Example', '“One.”')
      const second = sampleStatement('Ada Example', '“Two.”')
      await addArticle(store, 'a', { at: 10, statements: [first, second] })
      await addArticle(store, 'b', { at: 20, statements: [first], topics: [] })
      const load = async () => (await store.loadLedger({ since: 0 })).map(({ statement }) => statement)
      assert.deepEqual(await load(), [first, second])
      await judge(store, 'a', { at: 30, statements: [second] }, ['peace'])
      assert.deepEqual(await load(), [second])
      const [article] = await store.loadMatched({ articleIds: ['a'], topicIds: ['peace'] })
      assert.deepEqual(article?.statements, [second])
      await judge(store, 'a', { at: 40, statements: [second] }, [])
      assert.deepEqual(await load(), [])
    }))

  test('the ledger is asked by time, by topic and by who may have spoken', () =>
    withStore(async (store) => {
      const ada = sampleStatement('Ada Example', '“One.”')
      const known = { surface: 'he', name: 'Bo Sample', kind: 'person', resolvedBy: 'pronoun', personId: 'bo' } as const
      const bo = sampleStatement('Bo Sample', '“Two.”', { speaker: known })
      await addArticle(store, 'a', { at: 10, statements: [ada], title: 'A title' })
      await addArticle(store, 'b', { at: 20, statements: [ada, bo], topics: ['boats'] })
      const cases = [
        [{ since: 0 }, ['a', 'b', 'b']],
        [{ since: 15 }, ['b', 'b']],
        [{ since: 0, topicId: 'peace' }, ['a']],
        [{ since: 0, speakers: ['Ada Example'] }, ['a', 'b']],
        [{ since: 0, speakers: ['Ada Example', 'Bo Sample'], topicId: 'boats' }, ['b', 'b']],
        [{ since: 0, speakers: [] }, []],
      ] as const
      for (const [request, ids] of cases) {
        const found = (await store.loadLedger(request)).map(({ articleId }) => articleId)
        assert.deepEqual(found, ids, JSON.stringify(request))
      }
      assert.deepEqual(await store.loadSpeakers(0), [{ name: 'Ada Example' }, { name: 'Bo Sample', personId: 'bo' }])
      const [entry] = await store.loadLedger({ since: 0 })
      assert.deepEqual(
        [entry?.title, entry?.outlet, entry?.url, entry?.at],
        ['A title', 'Wire', 'https://wire.example/a', 10],
      )
    }))

  test('an article that matches waits for its story until it has one, in the order in which it was first seen', () =>
    withStore(async (store) => {
      await addArticle(store, 'b', { at: 20 })
      await addArticle(store, 'a', { at: 30 })
      await addArticle(store, 'none', { at: 10, topics: [] })
      assert.deepEqual(await dueIds(store), ['b', 'a'])
      assert.equal(await save(store, placed('b', 'b'), placed('a', 'b')), true)
      assert.deepEqual(await dueIds(store), [])
      await judge(store, 'a', { at: 40 }, ['peace', 'boats'])
      assert.deepEqual(await dueIds(store), [])
      assert.equal((await store.loadStory({ storyId: 'b' }))?.articles.length, 2)
    }))

  test('after an attempt that came to nothing each is tried by itself, then it rests', () =>
    withStore(async (store) => {
      await addArticle(store, 'a', { at: 10 })
      await addArticle(store, 'b', { at: 20 })
      assert.deepEqual(await dueIds(store), ['a', 'b'])
      const second = await store.startGrouping(START)
      assert.deepEqual(
        second.map(({ article, attemptCount }) => [article.id, attemptCount]),
        [['a', 2]],
      )
      await addArticle(store, 'c', { at: 30 })
      assert.deepEqual(await dueIds(store), ['c'])
      assert.deepEqual((await dueIds(store)).length, 1)
      assert.deepEqual((await dueIds(store)).length, 1)
      assert.deepEqual(await dueIds(store), [])
      assert.equal((await dueIds(store, START.retryAt)).length, 1)
    }))

  test('articles wait for those that are still to be read or matched, but not for ever', () =>
    withStore(async (store) => {
      assert.equal(await store.loadGroupingDueAt(), undefined)
      await addArticle(store, 'a', { at: 10 })
      assert.equal(await store.loadGroupingDueAt(), 10)
      assert.equal(await store.loadNextAttemptAt(), 10)
      const url = 'https://wire.example/b'
      const reading = { ...sampleReading }
      await addArticle(store, 'b', { at: 20 })
      await store.saveReading({ articleId: 'b', status: 'read', reading, readAt: 20, url })
      assert.equal(await store.loadGroupingDueAt(), 120_010)
      await judge(store, 'b', { at: 30 }, [])
      assert.equal(await store.loadGroupingDueAt(), 10)
    }))

  test('a writer that worked from what has changed meanwhile is refused, and stores nothing', () =>
    withStore(async (store) => {
      await addArticle(store, 'a', { at: 10 })
      await addArticle(store, 'b', { at: 20 })
      const { sequence } = await store.loadStoryLog()
      assert.equal(await store.savePlacements({ sequence, placed: [placed('a', 'a')], now: 1_000 }), true)
      assert.equal(await store.savePlacements({ sequence, placed: [placed('b', 'b')], now: 1_000 }), false)
      assert.equal(await store.findStoryId('b'), undefined)
      assert.deepEqual(await store.loadStillDue(['a', 'b']), new Set(['b']))
      assert.deepEqual(await store.loadStoryLog(), { sequence: sequence + 1, lastEdit: 0 })
    }))

  test('members are given back in the order in which they were placed, of open stories alone', () =>
    withStore(async (store) => {
      for (const [index, id] of ['a', 'b', 'c'].entries()) await addArticle(store, id, { at: index })
      await store.savePlacements({ sequence: 0, placed: [placed('c', 'c')], now: 500 })
      const { traits: _traits, ...bare } = placed('b', 'a')
      await store.savePlacements({ sequence: 1, placed: [placed('a', 'a'), bare], now: 1_000 })
      const all = { after: 0, until: 9, openSince: 0, limit: 9 }
      const load = async (more: Partial<typeof all>) =>
        (await store.loadStoryMembers({ ...all, ...more })).map((member) => [member.storyId, member.traits.articleId])
      assert.deepEqual(await load({}), [
        ['c', 'c'],
        ['a', 'a'],
      ])
      assert.deepEqual(await load({ openSince: 600 }), [['a', 'a']])
      assert.deepEqual(await load({ after: 1 }), [['a', 'a']])
      assert.deepEqual(await load({ until: 1 }), [['c', 'c']])
    }))

  test('an article that is read again keeps its story, and gets traits of the new reading', () =>
    withStore(async (store) => {
      await addArticle(store, 'a', { at: 10 })
      await save(store, placed('a', 'a', { newFacts: [fact] }))
      await store.saveRereading({
        articleId: 'a',
        status: 'read',
        reading: { ...sampleReading, title: 'Better' },
        rereadAt: 50,
        marks: { host: 'wire.example', marks: [], memoryVersion: 1 },
      })
      assert.deepEqual(await dueIds(store), [])
      await judge(store, 'a', { at: 60 }, ['peace'])
      const [due] = await store.startGrouping(START)
      assert.deepEqual(due?.placedWith?.newFacts, [fact])
      const traits = sampleTraits('a', ['Other Agency'])
      await store.saveRenewals([{ articleId: 'a', title: 'Better', at: 10, traits, newFacts: [] }])
      assert.deepEqual(await dueIds(store), [])
      assert.equal((await store.loadStoryLog()).lastEdit, 2)
      const story = await store.loadStory({ storyId: 'a' })
      const [article] = story?.articles ?? []
      assert.deepEqual([article?.title, article?.agencies, article?.newFacts], ['Better', ['Other Agency'], []])
    }))

  test('a digest gets each article with its story, and what its reader was told of the story', () =>
    withStore(async (store) => {
      await addArticle(store, 'a', { at: 10, feedId: 'one', outlet: 'One' })
      await addArticle(store, 'b', { at: 20, feedId: 'two', outlet: 'Two' })
      const copy = { ofArticleId: 'a', relation: 'copy', share: 0.9 } as const
      await save(store, placed('a', 'a'), placed('b', 'a', { copy, newFacts: [fact] }))
      const families = new Map([['two', 'Example Group']])
      const [a, b] = await store.loadMatched({ articleIds: ['a', 'b'], topicIds: ['peace'], families })
      const agencies = ['Example Agency']
      assert.deepEqual(
        [a?.storyId, a?.copy, a?.newFacts, a?.agencies, a?.family],
        ['a', undefined, [], agencies, undefined],
      )
      assert.deepEqual(
        [b?.storyId, b?.copy, b?.newFacts, b?.agencies, b?.family],
        ['a', copy, [fact], agencies, 'Example Group'],
      )
      const reader = { planId: 'daily', address: 'a@desk.example' }
      const request = { storyIds: ['a'], ...reader, families }
      assert.deepEqual(await store.loadStoriesBefore(request), [{ storyId: 'a', told: [] }])
      await store.renameStory({ storyId: 'a', title: 'The boats', at: 1 })
      await store.saveMails({
        slot: { planId: 'daily', date: '2024-06-15', dueAt: 1 },
        composedAt: 1,
        mails: [
          {
            deliveryId: 'd',
            address: reader.address,
            from: 'desk@desk.example',
            subject: 'S',
            messageId: '<d>',
            digest: sampleDigest,
            eml: new Uint8Array(),
            articleIds: ['b'],
            newsSince: 0,
            expiresAt: 9,
          },
        ],
      })
      const told = [{ articleId: 'b', outlet: 'Two', family: 'Example Group', copyOfId: 'a', agencies }]
      assert.deepEqual(await store.loadStoriesBefore(request), [{ storyId: 'a', title: 'The boats', told }])
      const other = await store.loadStoriesBefore({ ...request, address: 'b@desk.example' })
      assert.deepEqual(other, [{ storyId: 'a', title: 'The boats', told: [] }])
    }))

  test('people merge, split and rename stories, and all that is placed goes along', () =>
    withStore(async (store) => {
      for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) await addArticle(store, id, { at: index })
      await save(store, placed('a', 'a'), placed('b', 'a'), placed('c', 'c'), placed('d', 'd'))
      const idsOf = async (storyId: string) =>
        (await store.loadStory({ storyId }))?.articles.map(({ articleId }) => articleId)
      await store.mergeStories({ storyId: 'd', intoId: 'c', at: 1 })
      await store.mergeStories({ storyId: 'c', intoId: 'a', at: 2 })
      assert.deepEqual(await idsOf('a'), ['a', 'b', 'c', 'd'])
      assert.equal(await store.findStoryId('d'), 'a')
      const newId = await store.splitStory({ storyId: 'a', articleIds: ['a', 'c'], at: 3 })
      assert.equal(newId, 'a-2')
      assert.deepEqual(
        [await idsOf('a'), await idsOf(newId)],
        [
          ['b', 'd'],
          ['a', 'c'],
        ],
      )
      await store.renameStory({ storyId: newId, title: 'Of its own', at: 4 })
      const stories = await store.loadStories({ since: 0 })
      assert.deepEqual(
        stories.map(({ storyId, title, articles }) => [storyId, title, articles.length]),
        [
          ['a', undefined, 2],
          ['a-2', 'Of its own', 2],
        ],
      )
      assert.deepEqual(await store.loadStoryLog(), { sequence: 8, lastEdit: 8 })
      assert.equal(await store.findStoryId('nothing'), undefined)
      assert.equal(await store.findStoryId('c'), 'a')
    }))

  test('stories go with the last of their articles', () =>
    withStore(async (store) => {
      await addArticle(store, 'a', { at: 10, statements: [sampleStatement('Ada Example', '“One.”')] })
      await addArticle(store, 'b', { at: 20 })
      await addArticle(store, 'waiting', { at: 15 })
      await addArticle(store, 'c', { at: 30 })
      await save(store, placed('a', 'a'), placed('b', 'b'), placed('c', 'b'))
      await store.mergeStories({ storyId: 'a', intoId: 'b', at: 1 })
      await store.deleteOld(25)
      assert.deepEqual(await store.loadLedger({ since: 0 }), [])
      assert.deepEqual(await dueIds(store), [])
      assert.deepEqual(
        (await store.loadStory({ storyId: 'b' }))?.articles.map(({ articleId }) => articleId),
        ['c'],
      )
      assert.equal(await store.findStoryId('a'), 'b')
      await store.deleteOld(35)
      assert.deepEqual(await store.loadStories({ since: 0 }), [])
      assert.equal(await store.findStoryId('a'), undefined)
    }))
})
