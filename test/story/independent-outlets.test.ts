import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Carrier, independentOutlets } from '../../src/story/independent-outlets.ts'

const carrier = (articleId: string, outlet: string, more: Partial<Carrier> = {}): Carrier => ({
  articleId,
  outlet,
  agencies: [],
  ...more,
})

test('outlets with works of their own stand for themselves', () => {
  assert.deepEqual(independentOutlets([carrier('a', 'Tern'), carrier('b', 'Gull'), carrier('c', 'Tern')]), [
    { outlet: 'Tern', alsoBy: [] },
    { outlet: 'Gull', alsoBy: [] },
  ])
})

test('a copy, the same agency and the same publisher stand with the first', () => {
  const carriers = [
    carrier('a', 'Tern', { agencies: ['Reuters'], family: 'seabirds' }),
    carrier('b', 'Gull', { copyOfId: 'a' }),
    carrier('c', 'Heron', { agencies: ['Reuters'] }),
    carrier('d', 'Auk', { family: 'seabirds' }),
    carrier('e', 'Owl'),
  ]
  assert.deepEqual(independentOutlets(carriers), [
    {
      outlet: 'Tern',
      alsoBy: [
        { outlet: 'Gull', why: 'copy' },
        { outlet: 'Heron', why: 'agency' },
        { outlet: 'Auk', why: 'family' },
      ],
    },
    { outlet: 'Owl', alsoBy: [] },
  ])
})

test('two copies of an article that is not among them are one source', () => {
  const carriers = [carrier('b', 'Gull', { copyOfId: 'a' }), carrier('c', 'Tern', { copyOfId: 'a' })]
  assert.deepEqual(independentOutlets(carriers), [{ outlet: 'Gull', alsoBy: [{ outlet: 'Tern', why: 'copy' }] }])
})

test('an outlet that carries a copy and has a work of its own stands for itself', () => {
  const carriers = [carrier('a', 'Tern'), carrier('b', 'Gull', { copyOfId: 'a' }), carrier('c', 'Gull')]
  assert.equal(independentOutlets(carriers).length, 2)
})
