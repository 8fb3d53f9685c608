import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStore } from '../../src/store/open-store.ts'
import { eachDatabase } from './each-database.ts'
import { addArticle, sampleTraits } from './sample-stories.ts'

eachDatabase('what arrived', (openScratch) => {
  test('is told story by story; what is not placed yet is a story of its own', async () => {
    await using scratch = await openScratch()
    await using store = await openStore(scratch.url)
    for (const [id, at] of [
      ['a', 100],
      ['b', 300],
      ['c', 200],
      ['other', 250],
    ] as const) {
      await addArticle(store, id, { at, topics: id === 'other' ? ['chess'] : ['peace', 'truce'] })
    }
    const placed = ['a', 'b'].map((articleId) => ({
      title: articleId,
      at: 10,
      placement: { articleId, storyId: 'a', isNewStory: articleId === 'a', why: 'alike', newFacts: [] },
      traits: sampleTraits(articleId, []),
    }))
    await store.savePlacements({ sequence: 0, placed, now: 1_000 })
    const request = { planId: 'morning', topicIds: ['peace', 'truce'] }
    const arrived = await store.loadArrived({ ...request, after: 0 })
    assert.deepEqual(
      arrived.toSorted((left, right) => left.firstAt - right.firstAt),
      [
        { firstAt: 100, lastAt: 300 },
        { firstAt: 200, lastAt: 200 },
      ],
    )
    assert.deepEqual(await store.loadArrived({ ...request, after: 200 }), [{ firstAt: 300, lastAt: 300 }])
  })
})
