import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { STATEMENT_LANGUAGES } from '../../test/statement/statement-cases.ts'
import { countFalsePairs, EDIT_KINDS, shareFound } from './score-copies.ts'
import { scoreRecordedPages } from './score-recorded-pages.ts'
import { scoreStatements } from './score-statements.ts'

/**
 * `npm run bench -- accuracy [--quick] [--stories=FOLDER]`: statements on the recorded days' pages and in the invented
 * articles, copies among invented pairs, and stories in a labelled set (FOLDER/articles.jsonl) where there is one.
 */
const isQuick = process.argv.includes('--quick')
const folder = process.argv.find((word) => word.startsWith('--stories='))?.slice('--stories='.length)
const PAIRS = isQuick ? 100 : 1_000

print('Statements on the recorded days, as our own reading gives their pages')
const pages = scoreRecordedPages()
print(`  right words and speaker  ${pages.right} of ${pages.wanted}`)
print(`  of these, quotations     ${pages.rightDirect} of ${pages.direct}`)
print(`  what is no statement     ${pages.forbiddenFound} of ${pages.forbidden} taken for one`)
print(`  chains of who carried it ${pages.rightChains} of ${pages.chains}`)

print(
  '\nStatements in invented articles (written beside the rules: a guard against going back, no measure of real news)',
)
for (const language of STATEMENT_LANGUAGES) {
  const { cases, expected, found, right } = scoreStatements(language)
  print(`  ${language}  ${String(cases).padStart(3)} articles  ${prf(right, found, expected)}`)
}

print(`\nCopies among ${PAIRS} invented pairs of each kind`)
const random = PAIRS * 100
const wrong = countFalsePairs(random, PAIRS)
for (const kind of EDIT_KINDS) {
  const right = Math.round(shareFound(kind, PAIRS) * PAIRS)
  print(`  ${kind.padEnd(12)} ${prf(right, right, PAIRS)}`)
}
print(`  ${wrong} of ${random.toLocaleString('en')} random pairs taken for copies`)

print('\nStories')
if (folder === undefined) print('  test/story/recorded-days.test.ts; a labelled set by --stories=FOLDER')
else
  await once(spawn(process.execPath, [join(import.meta.dirname, 'stories.ts'), folder], { stdio: 'inherit' }), 'exit')

function prf(right: number, found: number, expected: number): string {
  const precision = right / found
  const recall = right / expected
  const f1 = (2 * precision * recall) / (precision + recall)
  return `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
