import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { JSDOM, VirtualConsole } from 'jsdom'
import { readPage } from '../../src/article/read-page.ts'
import { type CorpusPage, loadCorpus } from './load-corpus.ts'
import { bare } from './train-model.ts'

/** `speed.ts DIR`: CPU time a page, ours beside a new JSDOM with Readability and with Defuddle, in turns over the same pages. */
const dir = process.argv.slice(2).find((word) => !word.startsWith('-')) ?? process.env.ARTICLES_CORPUS ?? ''
const isQuick = process.argv.includes('--quick')
const all = [...loadCorpus(dir, ['scrapinghub', 'fundus', 'wcxb']).values()].flat()
/** Every tenth page keeps the mix of sizes. */
const pages = isQuick ? all.filter((_, index) => index % 10 === 0) : all

const PEER = 'new JSDOM + Readability'
const readers: Readonly<Record<string, (page: CorpusPage) => unknown>> = {
  nightdesk: (page) => readPage(bare(page)),
  [PEER]: (page) => new Readability(newDom(page).window.document).parse(),
  // Without asking other services for pages that it knows.
  'new JSDOM + Defuddle': (page) => Defuddle(newDom(page), page.url, { useAsync: false }),
}
/** The engine compiles in the first pages. */
const WARM_PAGES = 20

if (pages.length === 0) process.stdout.write('speed: skipped, since no folder with pages was given\n')
else await race()

async function race(): Promise<void> {
  const spent = new Map<string, number>()
  for (const [index, page] of [...pages.slice(0, WARM_PAGES), ...pages].entries()) {
    for (const [name, read] of Object.entries(readers)) {
      const ms = await cpuOf(() => read(page))
      if (index >= WARM_PAGES) spent.set(name, (spent.get(name) ?? 0) + ms)
    }
  }
  const peer = spent.get(PEER) ?? 0
  for (const [name, ms] of spent) {
    const each = (ms / pages.length).toFixed(1).padStart(8)
    process.stdout.write(`${name.padEnd(26)}${each} ms of CPU a page, ${(ms / peer).toFixed(2)} of the peer\n`)
  }
  process.stdout.write(`${pages.length} pages\n`)
}

async function cpuOf(run: () => unknown): Promise<number> {
  const startedAt = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(startedAt)
  return (user + system) / 1000
}

function newDom({ html, url }: CorpusPage): JSDOM {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() })
}
