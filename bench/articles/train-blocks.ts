import { writeFileSync } from 'node:fs'
import { loadCorpus } from './load-corpus.ts'
import { examplesOf, trainModel } from './train-model.ts'

/** `npm run train:blocks -- DIR [SET…]`: trains the block judge and writes its model. The same pages give the same file. */
const [dir = '', ...asked] = process.argv.slice(2)
const names = asked.length > 0 ? asked : ['scrapinghub', 'fundus', 'wcxb']
const target = new URL('../../src/article/block-model.json', import.meta.url)
const pages = [...loadCorpus(dir, names).values()].flat()

if (pages.length === 0) {
  process.stderr.write(
    `train:blocks: ${dir || 'no folder given'}: expected ${names.join(', ')}, each with truth.jsonl and pages/\n`,
  )
  process.exitCode = 2
} else {
  const examples = pages.flatMap(examplesOf)
  process.stdout.write(
    `${pages.length} pages of ${new Set(pages.map(({ site }) => site)).size} sites, ${examples.length} blocks\n`,
  )
  const model = trainModel(examples)
  const json = JSON.stringify(model)
  writeFileSync(target, `${json}\n`)
  process.stdout.write(
    `${model.trees.length} trees, ${Math.round(json.length / 1024)} KB: src/article/block-model.json\n`,
  )
}
