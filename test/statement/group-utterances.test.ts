import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { groupUtterances, type Mention } from '../../src/statement/group-utterances.ts'
import type { Statement } from '../../src/statement/statement.ts'

const DAY_MS = 86_400_000

describe('groupUtterances', () => {
  const cases: readonly (readonly [string, readonly [string, string], boolean, Partial<Statement>?])[] = [
    ['the same words', ['"The bridge must wait until spring,"', '“The bridge must wait until spring”'], true],
    [
      'words cut short',
      ['"The bridge must wait until spring, and the ferry goes on,"', '"The bridge must wait until spring,"'],
      true,
    ],
    ['another saying', ['"The bridge must wait until spring,"', '"The school roof will be mended first,"'], false],
    [
      'another translation',
      [
        '"This is a plan of more hunger and more cold, and it shows that the palace wants to rule all islands,"',
        '"It only shows a plan of hunger, of cold, and that the palace is to control all the islands there,"',
      ],
      true,
    ],
    ['few common words', ['"It is time,"', '"It is late,"'], false],
  ]
  for (const [name, [left, right], isOne] of cases) {
    it(`${name}: ${isOne ? 'one' : 'two'}`, () =>
      assert.equal(groupUtterances([mention('a', left, 0), mention('b', right, 1000)]).length, isOne ? 1 : 2))
  }

  it('keeps speakers apart', () => {
    const words = '"The bridge must wait until spring,"'
    const other = {
      ...mention('b', words, 1),
      statement: { ...mention('b', words, 1).statement, speaker: speaker('John Sample') },
    }
    assert.equal(groupUtterances([mention('a', words, 0), other]).length, 2)
  })

  it('keeps sayings of different weeks apart', () => {
    const words = '"The bridge must wait until spring,"'
    assert.equal(groupUtterances([mention('a', words, 0), mention('b', words, 7 * DAY_MS)]).length, 2)
  })

  it('shows the fullest printed words and names the first outlet first', () => {
    const short = mention('a', '"The bridge must wait until spring,"', 0)
    const full = mention('b', '"The bridge must wait until spring, and the ferry goes on,"', 1000)
    const [utterance] = groupUtterances([full, short])
    assert.equal(utterance?.shown.articleId, 'b')
    assert.deepEqual(
      utterance?.mentions.map(({ articleId }) => articleId),
      ['a', 'b'],
    )
  })

  it('gives the same groups in any order', () => {
    const mentions = ['one two three four five', 'one two three four six', 'seven eight nine ten eleven'].map(
      (words, index) => mention(`a${index}`, `"${words}"`, index),
    )
    assert.deepEqual(groupUtterances(mentions), groupUtterances(mentions.toReversed()))
  })

  it('makes one of thousands of mentions of the same words', () => {
    const mentions = Array.from({ length: 5000 }, (_, index) =>
      mention(`a${index}`, '"The bridge must wait until spring,"', index),
    )
    assert.equal(groupUtterances(mentions).length, 1)
  })
})

function mention(articleId: string, text: string, at: number): Mention {
  const statement: Statement = {
    kind: 'direct',
    field: 'body',
    start: 0,
    end: text.length,
    text,
    speaker: speaker('Jane Example'),
    cue: 'said',
    confidence: 0.9,
    carriedBy: [],
  }
  return { articleId, outlet: `${articleId}.example`, at, statement }
}

function speaker(name: string): Statement['speaker'] {
  return { surface: name, name, kind: 'person', resolvedBy: 'name' }
}
