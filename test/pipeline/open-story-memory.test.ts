import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { openStoryMemory } from '../../src/pipeline/open-story-memory.ts'
import { openStoryIndex } from '../../src/story/open-story-index.ts'
import { sampleTraits } from '../story/sample-traits.ts'

const batch = Array.from({ length: 25 }, (_, index) =>
  sampleTraits(`a${index}`, {
    text: `The harbour of Ostrel counted ${100 + index} boats in storm number ${index % 4} of this year.`,
    publishedAt: Date.UTC(2024, 5, 14, index % 24),
  }),
)

test('a batch that is placed in portions gets the stories that it gets in one go, in whatever order it comes', async () => {
  const placed = openStoryIndex().place(batch)
  assert.deepEqual(await openStoryMemory().place(batch), placed)
  assert.deepEqual(await openStoryMemory().place(batch.toReversed()), placed)
})

test('other work has its turn while a batch is placed', async () => {
  let turnCount = 0
  let isOver = false
  const count = async (): Promise<void> => {
    for (; !isOver; turnCount += 1) await nextTurn()
  }
  const counting = count()
  await openStoryMemory().place(batch)
  isOver = true
  await counting
  assert.ok(turnCount > 2, `${turnCount}`)
})
