import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseBlocks } from '../../src/article/choose-blocks.ts'

const cases: readonly { readonly name: string; readonly scores: readonly number[]; readonly chosen: string }[] = [
  { name: 'what is likely is chosen, what is not is left', scores: [0.01, 0.9, 0.95, 0.02], chosen: '.xx.' },
  { name: 'a doubtful block between likely ones is chosen', scores: [0.9, 0.9, 0.3, 0.9, 0.9], chosen: 'xxxxx' },
  { name: 'the same block among unlikely ones is left', scores: [0.9, 0.9, 0.02, 0.3, 0.02], chosen: 'xx...' },
  { name: 'a block as good as certain stands alone as well', scores: [0.02, 0.02, 0.95, 0.02], chosen: '..x.' },
  { name: 'where nothing is likely, the best there is is chosen', scores: [0.02, 0.2, 0.2, 0.02], chosen: '.xx.' },
  { name: 'one doubtful block is better than none', scores: [0.02, 0.04, 0.02], chosen: '.x.' },
  { name: 'nothing is chosen of nothing', scores: [], chosen: '' },
]
for (const { name, scores, chosen } of cases) {
  test(name, () => {
    const chances = scores.map((score) => ({ score, length: 100, isSettled: false }))
    assert.equal(marksOf(chooseBlocks(chances)), chosen)
  })
}

test('what a rule has settled does not raise the limit for the others', () => {
  const settled = { score: 0.99, length: 9000, isSettled: true }
  const doubtful = { score: 0.2, length: 100, isSettled: false }
  assert.equal(marksOf(chooseBlocks([doubtful, doubtful, settled])), 'xx.')
})

test('a doubtful summary is not cut off from the text by the byline between them', () => {
  const between = (isSettled: boolean) =>
    [0.4, 0.02, 0.99, 0.99].map((score) => ({ score, length: 100, isSettled: isSettled && score < 0.1 }))
  assert.equal(marksOf(chooseBlocks(between(false))), '..xx')
  assert.equal(marksOf(chooseBlocks(between(true))), 'x.xx')
})

function marksOf(chosen: readonly boolean[]): string {
  return chosen.map((each) => (each ? 'x' : '.')).join('')
}
