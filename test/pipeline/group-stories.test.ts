import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { type GroupStoriesPorts, groupStories } from '../../src/pipeline/group-stories.ts'
import { openStoryMemory, type StoryMemory } from '../../src/pipeline/open-story-memory.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { eachDatabase } from '../store/each-database.ts'
import { addArticle, judge } from '../store/sample-stories.ts'

const DESK = join(import.meta.dirname, 'group-process.ts')
const MINUTE_MS = 60_000
const NOW = Date.UTC(2024, 5, 14, 22)

/** Of two events; those of one say nearly the same. */
const FERRY =
  'The harbour council of Brimsholm agreed on Thursday to buy a third ferry for the northern islands, which will sail from spring and carry ninety passengers on each crossing.'
const MUSEUM =
  'Thieves broke into the clock museum of Altenwick during the night and took eleven pocket watches from a glass case on the second floor, police of the district said.'

function portsOf(store: Store, storyMemory: StoryMemory = openStoryMemory(), now = NOW): GroupStoriesPorts {
  return { ...store, storyMemory, now: () => now }
}

async function storiesOf(store: Store): Promise<readonly (readonly string[])[]> {
  const stories = await store.loadStories({ since: 0 })
  return stories.map(({ articles }) => articles.map(({ articleId }) => articleId).toSorted()).toSorted()
}

/** The next message of a desk; a desk that ends without one has failed. */
async function messageOf(desk: ChildProcess): Promise<number> {
  const ended = once(desk, 'exit').then(() => Promise.reject(new Error('a desk ended before it was done')))
  const [message] = await Promise.race([once(desk, 'message'), ended])
  return Number(message)
}

eachDatabase('grouping into stories', (openScratch) => {
  test('gives every article that matches one story, of those about the same event', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    await addArticle(store, 'ferry-1', { at: NOW - 5, title: 'Third ferry for the islands', text: FERRY })
    await addArticle(store, 'museum', { at: NOW - 4, title: 'Watches stolen in Altenwick', text: MUSEUM })
    await addArticle(store, 'other', { at: NOW - 3, topics: [] })
    const ports = portsOf(store)
    assert.deepEqual(await groupStories(ports), { kind: 'grouped', articleCount: 2, newStoryCount: 2, failedCount: 0 })
    assert.equal((await groupStories(ports)).kind, 'nothing-to-do')
    await addArticle(store, 'ferry-2', {
      at: NOW - 2,
      title: 'Third ferry for the islands',
      text: FERRY,
      outlet: 'Post',
    })
    const joined = { kind: 'grouped', articleCount: 1, newStoryCount: 0, failedCount: 0 }
    assert.deepEqual(await groupStories(portsOf(store)), joined)
    assert.deepEqual(await storiesOf(store), [['ferry-1', 'ferry-2'], ['museum']])
  })

  test('by two desks at once gives each article exactly one story', { timeout: 120_000 }, async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    const ids = Array.from({ length: 90 }, (_, index) => `a-${index}`)
    const desks = [0, 1].map(() => fork(DESK, [scratch.url, `${NOW}`, `${ids.length}`]))
    await Promise.all(desks.map(messageOf))
    const groupedCounts = Promise.all(desks.map(messageOf))
    for (const [index, id] of ids.entries()) {
      const text = `${index % 2 === 0 ? FERRY : MUSEUM} This is report ${index}.`
      await addArticle(store, id, { at: NOW - 1_000 + index, text, title: text.slice(0, 40) })
    }
    const counts = await groupedCounts
    const members = (await store.loadStories({ since: 0 })).flatMap(({ articles }) => articles)
    assert.deepEqual(members.map(({ articleId }) => articleId).toSorted(), ids.toSorted())
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      ids.length,
    )
    assert.equal(await store.loadGroupingDueAt(), undefined)
    assert.deepEqual(await store.loadStoryLog(), { sequence: ids.length, lastEdit: 0 })
  })

  test('what people decided stands, and new articles of a merged story go where it went', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    await addArticle(store, 'ferry', { at: NOW - 9, title: 'Third ferry for the islands', text: FERRY })
    await addArticle(store, 'museum', { at: NOW - 8, title: 'Watches stolen in Altenwick', text: MUSEUM })
    const ports = portsOf(store)
    await groupStories(ports)
    const [ferry = '', museum = ''] = [await store.findStoryId('ferry'), await store.findStoryId('museum')]
    await store.mergeStories({ storyId: ferry, intoId: museum, at: NOW })
    await addArticle(store, 'ferry-2', { at: NOW - 7, title: 'Third ferry for the islands', text: FERRY })
    await groupStories(ports)
    assert.deepEqual(await storiesOf(store), [['ferry', 'ferry-2', 'museum']])
    const apart = await store.splitStory({ storyId: museum, articleIds: ['ferry-2'], at: NOW })
    await addArticle(store, 'museum-2', { at: NOW - 6, title: 'Watches stolen in Altenwick', text: MUSEUM })
    await groupStories(ports)
    assert.equal(await store.findStoryId('ferry-2'), apart)
    assert.equal(await store.findStoryId('ferry'), museum)
    assert.equal(await store.findStoryId('museum-2'), museum)
  })

  test('an article that cannot be placed does not stop the others, and is a story of its own in the end', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    for (const id of ['a', 'bad', 'c']) await addArticle(store, id, { at: NOW - 9, title: id, text: `${id} ${FERRY}` })
    const memory = openStoryMemory()
    const brittle: StoryMemory = {
      ...memory,
      place: (batch) => {
        if (batch.some(({ articleId }) => articleId === 'bad')) throw new Error('cannot place it')
        return memory.place(batch)
      },
    }
    const first = await groupStories(portsOf(store, brittle))
    assert.equal(first.articleCount, 2)
    assert.equal(first.reason, 'cannot place it')
    assert.deepEqual(await store.loadStillDue(['a', 'bad', 'c']), new Set(['bad']))
    for (let attempt = 1; attempt <= 5; attempt++) {
      await groupStories(portsOf(store, brittle, NOW + attempt * 6 * MINUTE_MS))
    }
    const [own] = (await store.loadStories({ since: 0 })).filter(({ articles }) => articles[0]?.articleId === 'bad')
    assert.equal(own?.articles[0]?.why, 'it could not be compared with others')
    assert.equal(await store.loadGroupingDueAt(), undefined)
  })

  test('an article that was read again stays in its story, and is compared by its new reading', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    await addArticle(store, 'a', { at: NOW - 9, title: 'Third ferry for the islands', text: FERRY })
    const ports = portsOf(store)
    await groupStories(ports)
    const reading = (await store.loadArticle('a'))?.reading
    assert.ok(reading)
    await store.saveRereading({
      articleId: 'a',
      status: 'read',
      reading: { ...reading, title: 'Watches stolen in Altenwick', text: MUSEUM },
      rereadAt: NOW - 8,
      marks: { host: 'wire.example', marks: [], memoryVersion: 1 },
    })
    await judge(store, 'a', { at: NOW - 7 }, ['peace'])
    assert.equal((await groupStories(ports)).newStoryCount, 0)
    await addArticle(store, 'b', { at: NOW - 6, title: 'Watches stolen in Altenwick', text: MUSEUM })
    await groupStories(ports)
    const [story] = await store.loadStories({ since: 0 })
    assert.deepEqual(
      story?.articles.map(({ articleId, title }) => [articleId, title]),
      [
        ['a', 'Watches stolen in Altenwick'],
        ['b', 'Watches stolen in Altenwick'],
      ],
    )
  })
})
