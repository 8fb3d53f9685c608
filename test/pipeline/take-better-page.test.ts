import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, openLoopbackDesk, page, rss, send } from './loopback-desk.ts'

const FEED = rss([{ path: '/plan', title: 'A plan' }])
const AMP = '<link rel="amphtml" href="https://wire.example/amp/plan">'
const TEASER = `<!doctype html><html lang="en"><head><title>A plan | Wire</title>${AMP}</head><body><article><h1>A plan</h1><p>The council met on Friday evening.</p></article></body></html>`
const WHOLE = page('A plan', 'The council put forward a peace plan for the two islands on Friday evening.')

/** Plays the feed and these pages; counts how often each path was asked for. */
function site(pages: Readonly<Record<string, string>>): {
  readonly answer: Answer
  readonly asked: Map<string, number>
} {
  const asked = new Map<string, number>()
  const answer: Answer = (request, response) => {
    const path = request.url ?? '/'
    asked.set(path, (asked.get(path) ?? 0) + 1)
    if (path === '/feed') return send(response, 200, FEED, 'application/rss+xml')
    const found = pages[path]
    return found === undefined ? send(response, 404, 'none') : send(response, 200, found)
  }
  return { answer, asked }
}

interface Case {
  readonly what: string
  readonly pages: Readonly<Record<string, string>>
  readonly isWhole: boolean
  readonly ampCount: number | undefined
}

const CASES: readonly Case[] = [
  {
    what: 'a page with a first line alone is read in its AMP form',
    pages: { '/plan': TEASER, '/amp/plan': WHOLE },
    isWhole: true,
    ampCount: 1,
  },
  { what: 'an AMP form that is gone costs one look', pages: { '/plan': TEASER }, isWhole: false, ampCount: 1 },
  {
    what: 'an AMP form with as little is not taken, nor the next one it names',
    pages: { '/plan': TEASER, '/amp/plan': TEASER.replace('wire.example/amp/plan', 'wire.example/amp/other') },
    isWhole: false,
    ampCount: 1,
  },
  {
    what: 'a whole page is not looked for elsewhere',
    pages: { '/plan': WHOLE.replace('</head>', `${AMP}</head>`), '/amp/plan': WHOLE },
    isWhole: true,
    ampCount: undefined,
  },
]

for (const { what, pages, isWhole, ampCount } of CASES) {
  test(what, async () => {
    const { answer, asked } = site(pages)
    await using desk = await openLoopbackDesk(answer, { settings: 'fetch: { host-gap: 1ms, total-timeout: 20s }\n' })
    await desk.round()
    const [judged] = await desk.desk.store.loadJudgedArticles()
    assert.equal(judged?.article.url, 'https://wire.example/plan')
    assert.equal(judged?.matches.length, isWhole ? 1 : 0)
    assert.equal(asked.get('/amp/plan'), ampCount)
    assert.equal(asked.get('/amp/other'), undefined)
  })
}
