import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { writeArchive } from './write-archive.ts'

/**
 * `node bench/topics/backtest.ts [count | --quick]`: `nightdesk topic backtest` and `topic lint` with the shipped topics over an
 * archive of so many articles of 1,000 words (100,000; 5,000 with --quick), each as the command that an operator runs.
 */
const root = join(import.meta.dirname, '../..')
const articleCount = process.argv.includes('--quick') ? 5_000 : Number(process.argv[2] ?? 100_000)
const dir = await mkdtemp(join(tmpdir(), 'nightdesk-backtest-'))
try {
  await cp(join(root, 'config'), join(dir, 'config'), { recursive: true })
  const database = join(dir, 'desk.sqlite')
  await writeArchive(database, articleCount, Date.now())
  for (const command of ['backtest', 'lint'] as const) await measure(command, database)
  process.stdout.write(`load ${loadavg()[0]?.toFixed(1)} while measuring\n`)
} finally {
  await rm(dir, { recursive: true, force: true })
}

async function measure(command: 'backtest' | 'lint', database: string): Promise<void> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin/nightdesk.js'), 'topic', command, '--json'], {
    env: { ...process.env, NIGHTDESK_CONFIG: join(dir, 'config'), NIGHTDESK_DATA: dir, DATABASE_URL: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [result] = await Promise.all([json(child.stdout), once(child, 'close')])
  const seconds = (performance.now() - startedAt) / 1_000
  const judgedCount = countIn(result)
  const rate = Math.round(judgedCount / seconds).toLocaleString('en')
  process.stdout.write(`${command}: ${judgedCount} articles in ${seconds.toFixed(1)} s, ${rate} articles/s\n`)
}

function countIn(result: unknown): number {
  if (typeof result !== 'object' || result === null || !('articleCount' in result)) throw new Error('no JSON came')
  return Number(result.articleCount)
}
