import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeText } from '../../src/article/compose-text.ts'
import { splitPassages } from '../../src/article/split-passages.ts'

const cases: readonly (readonly string[])[] = [
  ['The ferry stays.', 'The bridge does not.'],
  ['The U.S. Navy sold the boat in 1961.', 'It never sank.'],
  ['He moved to the U.S. in May.', 'She stayed.'],
  ['J. R. Vellema wrote the letter.', 'Nobody answered.'],
  ['Dr. Tennick and Gen. Orlo met on Feb. 3 in St. Malin.', 'They agreed.'],
  ['“It is over,” said Tennick.', '“It is not!”', 'He left.'],
  ['It costs 3.5 million a year.', 'Who pays?', 'Everyone.'],
  ['Am 14. Juni 2024 tagte der Rat.', 'Er stimmte zu.'],
  ['У 2024 р. пором перевіз 90 тис. людей.', 'Міст не збудували.'],
  ['Рада голосувала о 19:16.', 'Ніхто не був проти…', 'Так і було.'],
]

for (const sentences of cases) {
  test(`splits “${sentences[0]}…” into ${sentences.length}`, () => {
    const { text, blocks } = composeText([{ kind: 'paragraph', text: sentences.join(' ') }])
    assert.deepEqual(
      splitPassages(text, blocks).map(({ start, end }) => text.slice(start, end)),
      sentences,
    )
  })
}

test('a passage ends with its block, with or without a full stop', () => {
  const { text, blocks } = composeText([
    { kind: 'heading', text: 'What it costs' },
    { kind: 'paragraph', text: 'A lot 🛥 of money.' },
  ])
  assert.deepEqual(
    splitPassages(text, blocks).map(({ start, end }) => text.slice(start, end)),
    ['What it costs', 'A lot 🛥 of money.'],
  )
})
