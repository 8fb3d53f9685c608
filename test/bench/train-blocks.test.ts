import assert from 'node:assert/strict'
import { test } from 'node:test'
import { binRows, growTrees } from '../../bench/articles/grow-trees.ts'
import { labelBlocks } from '../../bench/articles/label-blocks.ts'
import { accuracyOf, scoreText } from '../../bench/articles/score-text.ts'
import { scoreBlock } from '../../src/article/block-model.ts'

const options = { treeCount: 30, leafCount: 4, learningRate: 0.3, minRows: 5, lambda: 1, sample: 0.9, seed: 3 }
/** The answer is yes where exactly one of two numbers is above a half; the third number says nothing. */
const rows = Array.from({ length: 400 }, (_, index) => [
  (index % 20) / 20,
  Math.floor(index / 20) / 20,
  (index * 7) % 3,
])
const answers = rows.map(([a = 0, b = 0]) => a > 0.5 !== b > 0.5)

function grown() {
  const labels = Uint8Array.from(answers, Number)
  const target = { labels, weights: new Float64Array(400).fill(1), rows: Int32Array.from(rows.keys()) }
  return growTrees(binRows(rows, 3), target, options)
}

test('trees learn what no single number tells', () => {
  const model = { threshold: 0.5, trees: grown() }
  assert.deepEqual(
    rows.map((row) => scoreBlock(model, row) >= 0.5),
    answers,
  )
})

test('the same rows and the same seed grow the same trees', () => {
  assert.deepEqual(grown(), grown())
})

const truth =
  'The ferry left at nine. Nobody waved from the pier.\n\nCosts\n\nA coin each way, said the ferryman, and smiled.'
const labelled: readonly (readonly [string, readonly (readonly [string, boolean])[]])[] = [
  [
    'menus are not the text, its paragraphs are',
    [
      ['Ferries and piers of the bay', false],
      ['The ferry left at nine. Nobody waved from the pier.', true],
      ['A coin each way, said the ferryman, and smiled.', true],
    ],
  ],
  [
    'a short heading is the text where it stands between its paragraphs',
    [
      ['Costs', false],
      ['The ferry left at nine. Nobody waved from the pier.', true],
      ['Costs', true],
      ['A coin each way, said the ferryman, and smiled.', true],
    ],
  ],
  [
    'a paragraph with a word put in is still the text',
    [['A (picture) coin each way, said the ferryman, and smiled.', true]],
  ],
  [
    'of two copies one is the text',
    [
      ['The ferry left at nine. Nobody waved from the pier.', true],
      ['A coin each way, said the ferryman, and smiled.', true],
      ['The ferry left at nine. Nobody waved from the pier.', false],
    ],
  ],
]
for (const [name, blocks] of labelled) {
  test(name, () => {
    const labels = labelBlocks(
      blocks.map(([text]) => text),
      truth,
    )
    assert.deepEqual(
      labels,
      blocks.map(([, label]) => label),
    )
  })
}

test('a page is scored by its shingles of four words', () => {
  assert.deepEqual(scoreText('a b c d e', 'a b c d x'), { hit: 1 / 3, extra: 1 / 3, missed: 1 / 3 })
  assert.deepEqual(accuracyOf([{ hit: 0.5, extra: 0.5, missed: 0 }]), { f1: 2 / 3, precision: 0.5, recall: 1 })
})
