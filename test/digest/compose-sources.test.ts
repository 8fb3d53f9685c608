import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeSources } from '../../src/digest/compose-sources.ts'
import type { Carrier } from '../../src/story/independent-outlets.ts'

function carrier(outlet: string, more: Partial<Carrier> = {}): Carrier {
  return { articleId: outlet.toLowerCase(), outlet, agencies: [], ...more }
}

const cases: readonly { readonly words: string | undefined; readonly carriers: readonly Carrier[] }[] = [
  { words: undefined, carriers: [carrier('Post')] },
  { words: '2 reports in 1 outlet.', carriers: [carrier('Post'), carrier('Post', { articleId: 'two' })] },
  { words: '2 outlets, all independent.', carriers: [carrier('Post'), carrier('Courier')] },
  {
    words: '3 outlets, 2 independent: Courier carries Post’s text.',
    carriers: [carrier('Post'), carrier('Courier', { copyOfId: 'post' }), carrier('Mirror')],
  },
  {
    words: '3 outlets, 1 independent: Post, Courier and Mirror carry Orbis Press’s text.',
    carriers: ['Post', 'Courier', 'Mirror'].map((outlet) => carrier(outlet, { agencies: ['Orbis Press'] })),
  },
  {
    words: '2 outlets, 1 independent: Courier is of Post’s publisher.',
    carriers: [carrier('Post', { family: 'north' }), carrier('Courier', { family: 'north' })],
  },
]
for (const { words, carriers } of cases) {
  test(`${carriers.map((each) => each.outlet).join(' and ')}: ${words ?? 'nothing to tell'}`, () => {
    assert.equal(composeSources(carriers), words)
  })
}
