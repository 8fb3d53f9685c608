import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { ownTurn } from '../../src/pipeline/own-turn.ts'

test('those who wait go on in the order in which they asked, each in another turn of the event loop', async () => {
  let turn = 0
  let isOver = false
  const count = async (): Promise<void> => {
    while (!isOver) {
      turn += 1
      await nextTurn()
    }
  }
  const counting = count()
  const resumed: { readonly asked: number; readonly turn: number }[] = []
  await Promise.all(
    [0, 1, 2, 3].map(async (asked) => {
      await ownTurn()
      resumed.push({ asked, turn })
    }),
  )
  isOver = true
  await counting
  assert.deepEqual(
    resumed.map(({ asked }) => asked),
    [0, 1, 2, 3],
  )
  assert.equal(new Set(resumed.map((each) => each.turn)).size, 4)
})
