import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { highlight, marksIn, type Span } from '../../src/topic/highlight.ts'

function drawn(text: string, piece: Span, marks: readonly Span[]): string {
  return highlight(text, piece, marks)
    .map((run) => (run.marked ? `[${run.text}]` : run.text))
    .join('|')
}

const TEXT = 'a peace offer came'
const ALL = { start: 0, end: TEXT.length }

test('exactly the words that counted are marked', () => {
  const cases: readonly (readonly [string, Span, readonly Span[]])[] = [
    ['a peace offer came', ALL, []],
    [
      'a |[peace]| |[offer]| came',
      ALL,
      [
        { start: 2, end: 7 },
        { start: 8, end: 13 },
      ],
    ],
    [
      'a |[peace]| |[offer]| came',
      ALL,
      [
        { start: 8, end: 13 },
        { start: 2, end: 7 },
      ],
    ],
    [
      'a |[peace offer]| came',
      ALL,
      [
        { start: 2, end: 10 },
        { start: 5, end: 13 },
      ],
    ],
    [
      'a |[peace offer]| came',
      ALL,
      [
        { start: 2, end: 13 },
        { start: 2, end: 7 },
      ],
    ],
    [
      'a |[peace]| offer came',
      ALL,
      [
        { start: 2, end: 4 },
        { start: 4, end: 7 },
      ],
    ],
    [
      '[ce]| |[of]',
      { start: 5, end: 10 },
      [
        { start: 2, end: 7 },
        { start: 8, end: 13 },
      ],
    ],
    [
      'peace',
      { start: 2, end: 7 },
      [
        { start: 8, end: 13 },
        { start: 0, end: 1 },
      ],
    ],
    ['', { start: 3, end: 3 }, [{ start: 0, end: 9 }]],
  ]
  for (const [expected, piece, marks] of cases) assert.equal(drawn(TEXT, piece, marks), expected)
})

test('the runs together are the piece, whatever the marks', () => {
  const span = fc.tuple(fc.nat(20), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(span), (text, marks) => {
      const runs = highlight(text, { start: 0, end: text.length }, marks)
      assert.equal(runs.map((run) => run.text).join(''), text)
      assert.ok(runs.every((run, index) => run.text !== '' && run.marked !== runs[index - 1]?.marked))
      const marked = runs.flatMap((run) => [...run.text].map(() => run.marked))
      if ([...text].length !== text.length) return
      const wanted = [...text].map((_, at) => marks.some((mark) => mark.start <= at && at < mark.end))
      assert.deepEqual(marked, wanted)
    }),
  )
})

test('evidence of another field marks nothing', () => {
  const evidence = { clause: 'any', phrase: 'peace', field: 'title', start: 0, end: 5, words: 'peace' } as const
  assert.deepEqual(marksIn([evidence], 'body'), [])
  assert.equal(marksIn([evidence], 'title').length, 1)
})
