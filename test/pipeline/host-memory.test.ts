import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, EVENING, openLoopbackDesk, rss, send } from './loopback-desk.ts'

/** Prose in an element of its own, as no rule of ours knows: what it says would match the topic. */
const BOX =
  '<div class="keeper"><p>The keepers of this page, who put a peace plan forward in 1921, thank you.</p></div>'
const STORIES = ['harbour', 'orchard', 'library', 'viaduct', 'bakery'] as const

/** Invented paragraphs that no other article has. */
function story(name: string): string {
  return [1, 2, 3, 4]
    .map(
      (index) =>
        `<p>The ${name} was counted for time ${index}, and the ${name} office said that all of it was there.</p>`,
    )
    .join('')
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`
}

/** A site of these pages by their paths; its feed lists those named. */
function site(pages: Readonly<Record<string, string>>, listed: () => readonly string[]): Answer {
  return (request, response) => {
    const path = request.url ?? '/'
    if (path === '/feed') {
      const items = listed().map((name) => ({ path: `/${name}`, title: `About the ${name}` }))
      return send(response, 200, rss(items), 'application/rss+xml')
    }
    const found = pages[path.slice(1)]
    return found === undefined ? send(response, 404, 'none') : send(response, 200, found)
  }
}

const WITH_BOX = Object.fromEntries(STORIES.map((name) => [name, page(`About the ${name}`, story(name) + BOX)]))

type Desk = Awaited<ReturnType<typeof openLoopbackDesk>>

/** Rounds at this moment until nothing is due any more. */
async function rest(desk: Desk): Promise<void> {
  for (let round = 0; round < 10; round++) {
    await desk.round()
    const dueAt = await desk.desk.store.loadNextAttemptAt()
    if (dueAt === undefined || dueAt > desk.clock.now()) return
  }
  assert.fail('the desk does not come to rest')
}

async function outcome(desk: Desk): Promise<readonly (readonly [string, string, number])[]> {
  const judged = await desk.desk.store.loadJudgedArticles()
  return judged.map(({ article, matches }) => [article.url, article.reading?.text ?? '', matches.length])
}

test('a block on three different articles of a host leaves their texts, and their matches, backwards', async () => {
  const names = STORIES.slice(0, 3)
  await using desk = await openLoopbackDesk(site(WITH_BOX, () => names))
  await desk.round()
  assert.ok((await outcome(desk)).every(([, text, matchCount]) => text.includes('1921') && matchCount === 1))
  await rest(desk)
  for (const [url, text, matchCount] of await outcome(desk)) {
    assert.doesNotMatch(text, /1921/, url)
    assert.match(text, /for time 4/, url)
    assert.equal(matchCount, 0, url)
  }
  const [first] = await desk.desk.store.loadJudgedArticles()
  const furniture = first?.article.reading?.furniture ?? []
  assert.deepEqual(
    furniture.filter(({ text }) => text.includes('1921')).map(({ why }) => why),
    ['stands on other pages of this site'],
  )
})

test('two articles with the same block are not enough', async () => {
  await using desk = await openLoopbackDesk(site(WITH_BOX, () => STORIES.slice(0, 2)))
  await rest(desk)
  assert.ok((await outcome(desk)).every(([, text]) => text.includes('1921')))
})

test('what was learned holds at once for the next page of the host', async () => {
  let listed = STORIES.slice(0, 3)
  await using desk = await openLoopbackDesk(site(WITH_BOX, () => listed))
  await rest(desk)
  listed = [...STORIES]
  desk.clock.advanceTo(EVENING + 3 * 3_600_000)
  await desk.round()
  const later = (await outcome(desk)).filter(([url]) => /viaduct|bakery/.test(url))
  assert.equal(later.length, 2)
  for (const [url, text] of later) assert.doesNotMatch(text, /1921/, url)
})

test('the outcome hangs on no order of reading, and on no batch', async () => {
  let listed: readonly string[] = STORIES
  await using atOnce = await openLoopbackDesk(site(WITH_BOX, () => listed))
  await rest(atOnce)
  await using oneByOne = await openLoopbackDesk(site(WITH_BOX, () => listed))
  for (const [index] of STORIES.entries()) {
    listed = STORIES.toReversed().slice(0, index + 1)
    oneByOne.clock.advanceTo(EVENING + 3 * 3_600_000 * index)
    await rest(oneByOne)
  }
  assert.deepEqual(await outcome(oneByOne), await outcome(atOnce))
})

test('no paragraph of a copied wire story is lost, whoever else prints it', async () => {
  const wire = story('glacier')
  const copies = ['one', 'two', 'three', 'four']
  const pages = {
    ...WITH_BOX,
    ...Object.fromEntries(copies.map((name) => [name, page(`Glacier, ${name}`, `<p>By our ${name} desk.</p>${wire}`)])),
  }
  await using desk = await openLoopbackDesk(site(pages, () => [...STORIES, ...copies]))
  await rest(desk)
  const glaciers = (await outcome(desk)).filter(([, text]) => text.includes('glacier'))
  assert.equal(glaciers.length, copies.length)
  for (const [url, text] of glaciers) assert.equal(text.match(/glacier was counted/g)?.length, 4, url)
})

test('without kept pages nothing is read again, and the next pages are read better', async () => {
  let listed = STORIES.slice(0, 3)
  await using desk = await openLoopbackDesk(
    site(WITH_BOX, () => listed),
    {
      settings: 'fetch: { host-gap: 1ms, total-timeout: 20s }\nkeep-pages: 0\n',
    },
  )
  await rest(desk)
  assert.ok((await outcome(desk)).every(([, text]) => text.includes('1921')))
  listed = [...STORIES]
  desk.clock.advanceTo(EVENING + 3 * 3_600_000)
  await rest(desk)
  const texts = new Map((await outcome(desk)).map(([url, text]) => [new URL(url).pathname, text.includes('1921')]))
  assert.deepEqual(Object.fromEntries(texts), {
    '/bakery': false,
    '/harbour': true,
    '/library': true,
    '/orchard': true,
    '/viaduct': false,
  })
})
