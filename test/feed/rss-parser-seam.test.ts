import assert from 'node:assert/strict'
import { test } from 'node:test'
import Parser from 'rss-parser'

test('rss-parser still asks its xmlParser and takes the first of each list', async () => {
  const link = [{ $: { rel: 'alternate', href: 'https://paper.example/' } }]
  const tree = {
    feed: {
      title: ['Paper'],
      link,
      extra: [[1, 2]],
      entry: [{ id: ['1'], title: ['News'], link, extra: [{ a: 1 }] }, { extra: [{ a: 2 }] }],
    },
  }
  const parser = new Parser<{ extra: unknown }, { extra: unknown }>({
    customFields: { feed: ['extra'], item: ['extra'] },
  })
  const asked: string[] = []
  const xmlParser = {
    parseString(xml: string, done: (error: null, result: typeof tree) => void) {
      asked.push(xml)
      done(null, tree)
    },
  }
  const output = await Object.assign(parser, { xmlParser }).parseString('text')
  assert.deepEqual(asked, ['text'])
  assert.equal(output.title, 'Paper')
  assert.equal(output.link, 'https://paper.example/')
  assert.deepEqual(output.extra, [1, 2])
  assert.deepEqual(output.items, [
    { id: '1', title: 'News', link: 'https://paper.example/', extra: { a: 1 } },
    { extra: { a: 2 } },
  ])
})
