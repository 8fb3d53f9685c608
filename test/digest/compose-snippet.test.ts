import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeSnippet } from '../../src/digest/compose-snippet.ts'
import { sampleArticle } from './sample-article.ts'

/** The snippet with its marked words in brackets. */
function snippetOf(text: string, phrases: readonly string[], title = 'A title'): string {
  const article = sampleArticle({ title, text, matched: { peace: phrases } })
  const runs = composeSnippet(article, article.matches[0]?.evidence ?? [])
  return runs.map((run) => (run.marked ? `[${run.text}]` : run.text)).join('')
}

const long = `${'Many words came before it and '.repeat(20)}then the peace offer came${' with many words behind it'.repeat(20)}.`

const cases = [
  {
    name: 'the sentence with most of the phrases, and the next one',
    text: 'Rain fell. The peace offer came. A cease-fire follows the peace offer, Kyiv said. Nobody knows. The end.',
    phrases: ['Kyiv', 'cease-fire', 'offer, Kyiv'],
    snippet: 'A [cease-fire] follows the peace [offer, Kyiv] said. Nobody knows.',
  },
  {
    name: 'of equal sentences the first',
    text: 'Rain fell. A truce holds. A pact holds. The end.',
    phrases: ['pact', 'truce'],
    snippet: 'A [truce] holds. A [pact] holds.',
  },
  {
    name: 'the lead when the evidence stands in the title alone',
    text: 'Rain fell. Nobody came. The end.',
    phrases: ['title'],
    snippet: 'Rain fell. Nobody came.',
  },
  {
    name: 'one sentence when the next does not fit',
    text: `A truce holds. ${'word '.repeat(60)}.`,
    phrases: ['truce'],
    snippet: 'A [truce] holds.',
  },
  {
    name: 'a line break between sentences as a space',
    text: 'A truce holds.\n\nNobody\tknows.',
    phrases: ['truce', 'Nobody\tknows'],
    snippet: 'A [truce] holds. [Nobody knows].',
  },
  { name: 'nothing of an empty text', text: '', phrases: ['title'], snippet: '' },
  {
    name: 'a window in a long sentence, from shortly before the evidence, at whole words',
    text: long,
    phrases: ['peace offer'],
    snippet:
      '… came before it and Many words came before it and then the [peace offer] came with many words behind it with many words behind it with many words behind it with many words behind it with many words behind it with many words behind it with…',
  },
]
for (const { name, text, phrases, snippet } of cases) {
  test(`a snippet is ${name}`, () => {
    assert.equal(snippetOf(text, phrases), snippet)
  })
}

test('a long text without spaces is cut between whole characters', () => {
  const snippet = snippetOf(`${'🕊'.repeat(300)}peace${'🕊'.repeat(300)}`, ['peace'])
  assert.ok(snippet.isWellFormed())
  assert.match(snippet, /^… 🕊+\[peace\]🕊+…$/u)
  assert.ok(snippet.length <= 242)
})

test('evidence that overlaps is marked once', () => {
  assert.equal(snippetOf('The peace offer stands.', ['peace offer', 'offer stands']), 'The [peace offer stands].')
})

test('a text of a hundred thousand sentences and phrases is no trouble', () => {
  const text = 'A truce holds. '.repeat(100_000)
  const evidence = Array.from({ length: 100_000 }, (_, index) => {
    const start = index * 15 + 2
    return { clause: 'any', phrase: `p${index}`, field: 'body', start, end: start + 5, words: 'truce' } as const
  })
  const passages = evidence.map((each) => ({ start: each.start - 2, end: each.end + 7 }))
  const runs = composeSnippet({ text, passages }, evidence)
  assert.equal(runs.map((run) => run.text).join(''), 'A truce holds. A truce holds.')
})
