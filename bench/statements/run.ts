import { extractStatements, type SpokenText } from '../../src/statement/extract-statements.ts'
import { loadSpokenTexts, STATEMENT_LANGUAGES, scoreStatements } from '../accuracy/score-statements.ts'

/** `npm run bench -- statements`: statements in the invented articles, and megabytes of text a second on one core. */
const NOBODY = { roles: [], people: [], aliases: {} }
const ROUNDS = process.argv.includes('--quick') ? 3 : 6
/** Each language's articles again and again, to about so many bytes a round. */
const ROUND_BYTES = 2_000_000

process.stdout.write('language  cases  expected  found  right  precision  recall  MB/s of CPU time (best round)\n')
for (const language of STATEMENT_LANGUAGES) {
  const { cases, expected, found, right } = scoreStatements(language)
  const speed = measureSpeed(loadSpokenTexts(language).map(({ text }) => text))
  const columns = [
    language.padEnd(8),
    String(cases).padStart(6),
    String(expected).padStart(9),
    String(found).padStart(6),
    String(right).padStart(6),
    (right / found).toFixed(3).padStart(10),
    (right / expected).toFixed(3).padStart(7),
    speed.toFixed(1).padStart(6),
  ]
  process.stdout.write(`${columns.join(' ')}\n`)
}

/** CPU time, not the clock's: other work on the machine does not count. */
function measureSpeed(texts: readonly SpokenText[]): number {
  const bytes = texts.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)
  const times = Math.ceil(ROUND_BYTES / bytes)
  let best = 0
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    for (let time = 0; time < times; time++) for (const text of texts) extractStatements(text, NOBODY)
    const { user, system } = process.cpuUsage(before)
    best = Math.max(best, (bytes * times) / (user + system))
  }
  return best
}
