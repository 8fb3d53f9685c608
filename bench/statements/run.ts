import { extractStatements, type SpokenText } from '../../src/statement/extract-statements.ts'
import { STATEMENT_LANGUAGES } from '../../test/statement/statement-cases.ts'
import { scoreStatements } from '../accuracy/score-statements.ts'
import { inventNews } from './invent-news.ts'

/**
 * `npm run bench -- statements`: statements in the invented cases, and megabytes a second on one core of articles made of them.
 * As a yardstick, the same articles through one regular expression that finds quotations and tells no speaker.
 */
const NOBODY = { roles: [], people: [], aliases: {} }
const ROUNDS = process.argv.includes('--quick') ? 3 : 6
/** Each language's articles again and again, to about so many bytes a round. */
const ROUND_BYTES = 2_000_000
const QUOTATION = /["“„«][^"“”„«»]{1,2000}["”“»]/gu

process.stdout.write(
  'language  cases  expected  found  right  precision  recall    MB/s  RegExp MB/s (CPU time, best round)\n',
)
for (const language of STATEMENT_LANGUAGES) {
  const { cases, expected, found, right } = scoreStatements(language)
  const news = inventNews(language)
  const speed = measureSpeed(news, (text) => extractStatements(text, NOBODY).length)
  const yardstick = measureSpeed(news, ({ body }) => body.match(QUOTATION)?.length ?? 0)
  const columns = [
    language.padEnd(8),
    String(cases).padStart(6),
    String(expected).padStart(9),
    String(found).padStart(6),
    String(right).padStart(6),
    (right / found).toFixed(3).padStart(10),
    (right / expected).toFixed(3).padStart(7),
    speed.toFixed(1).padStart(7),
    yardstick.toFixed(0).padStart(12),
  ]
  process.stdout.write(`${columns.join(' ')}\n`)
}

/** CPU time, not the clock's: other work on the machine does not count. */
function measureSpeed(texts: readonly SpokenText[], read: (text: SpokenText) => unknown): number {
  const bytes = texts.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)
  const times = Math.ceil(ROUND_BYTES / bytes)
  let best = 0
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    for (let time = 0; time < times; time++) for (const text of texts) read(text)
    const { user, system } = process.cpuUsage(before)
    best = Math.max(best, (bytes * times) / (user + system))
  }
  return best
}
