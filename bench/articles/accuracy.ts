import { setImmediate as nextTurn } from 'node:timers/promises'
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { readPage } from '../../src/article/read-page.ts'
import { type CorpusPage, loadCorpus } from './load-corpus.ts'
import { accuracyOf, scoreText, type TextScore } from './score-text.ts'
import { bare, type Example, examplesOf, trainModel } from './train-model.ts'

/**
 * `accuracy.ts DIR [SET…]`: the text of pages of sites that the model was not trained on, beside plain Readability's. The
 * sites fall into folds; the pages of one are read with a model trained on all others. Ends quietly where the pages are not.
 */
const FOLDS = 5
const [dir = process.env.ARTICLES_CORPUS ?? '', ...asked] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('-'))
const sets = loadCorpus(dir, asked.length > 0 ? asked : ['scrapinghub', 'fundus', 'wcxb'])
const pages = [...sets.values()].flat()

if (pages.length === 0) {
  process.stdout.write('accuracy: skipped, since no folder with pages and their true text was given\n')
} else {
  const foldOf = foldsOf(pages)
  const examples = pages.flatMap((page) =>
    examplesOf(page).map((example) => ({ fold: foldOf.get(page.site), example })),
  )
  const readings = new Map<CorpusPage, TextScore>()
  for (let fold = 0; fold < FOLDS; fold += 1) readFold(fold, examples, foldOf, readings)
  for (const [name, members] of sets) {
    report(
      `${name}, ${members.length} pages`,
      members.flatMap((page) => readings.get(page) ?? []),
    )
    const plain: TextScore[] = []
    for (const page of members) plain.push(scoreText(page.text, await plainText(page)))
    report('  plain Readability', plain)
  }
}

interface Folded {
  readonly fold: number | undefined
  readonly example: Example
}

function readFold(
  fold: number,
  examples: readonly Folded[],
  foldOf: ReadonlyMap<string, number>,
  readings: Map<CorpusPage, TextScore>,
): void {
  const model = trainModel(examples.filter((each) => each.fold !== fold).map(({ example }) => example))
  for (const page of pages.filter(({ site }) => foldOf.get(site) === fold))
    readings.set(page, scoreText(page.text, readPage(bare(page), model).text))
}

/** Sites by name, dealt out in turn. */
function foldsOf(all: readonly CorpusPage[]): ReadonlyMap<string, number> {
  const sites = [...new Set(all.map(({ site }) => site))].sort()
  return new Map(sites.map((site, index) => [site, index % FOLDS]))
}

async function plainText({ html, url }: CorpusPage): Promise<string> {
  const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() })
  const text = new Readability(window.document).parse()?.textContent ?? ''
  window.close()
  // Windows are given up in a turn of the event loop: six hundred that wait for one take 4 GB.
  await nextTurn()
  return text
}

function report(name: string, scores: readonly TextScore[]): void {
  const { f1, precision, recall } = accuracyOf(scores)
  const figures = [`F1 ${f1.toFixed(4)}`, `precision ${precision.toFixed(4)}`, `recall ${recall.toFixed(4)}`]
  process.stdout.write(`${name.padEnd(28)}${figures.join('   ')}\n`)
}
