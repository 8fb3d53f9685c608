import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { DeskConfig } from '../config/desk-config.ts'
import type { ArchiveSpan } from '../store/archive-store.ts'
import type { Store } from '../store/open-store.ts'
import type { ArchiveTask, ThreadReport } from './judge-archive-thread.ts'
import { type JudgedSpan, judgeSpan } from './judge-span.ts'
import { openProgress } from './open-progress.ts'

/** Below it, threads cost more than they save. */
const FEWEST_FOR_THREADS = 2_000
const MOST_THREADS = 4

/** Judges the archive since a moment by the config's topics, on all cores when it is large, with a progress bar. */
export async function judgeArchive(
  store: Store,
  config: DeskConfig,
  { databaseUrl, since }: { readonly databaseUrl: string; readonly since: number },
): Promise<JudgedSpan> {
  const { topics, people } = config
  const count = await store.countArchive({ since })
  const progress = openProgress('backtesting')
  let doneCount = 0
  const onJudged = (more: number) => {
    doneCount += more
    progress.show(doneCount / Math.max(count, 1))
  }
  try {
    if (count < FEWEST_FOR_THREADS) return await judgeSpan(store, { topics, people, span: { since } }, onJudged)
    const spans = await store.divideArchive({ since, partCount: Math.min(availableParallelism(), MOST_THREADS) })
    const tasks = spans.map((span: ArchiveSpan): ArchiveTask => ({ databaseUrl, topics, people, span }))
    return joinSpans(await Promise.all(tasks.map((task) => judgeInThread(task, onJudged))))
  } finally {
    progress.end()
  }
}

function judgeInThread(task: ArchiveTask, onJudged: (count: number) => void): Promise<JudgedSpan> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./judge-archive-thread.ts', import.meta.url), {
      workerData: task,
      execArgv: process.execArgv.filter((option) => option.startsWith('--import=')),
    })
    thread.on('message', (report: ThreadReport) => {
      if (report.kind === 'judged') onJudged(report.count)
      else resolve(report.result)
    })
    thread.once('error', reject)
    thread.once('exit', (code) =>
      reject(new Error(`expected a thread to judge its part, got its end with code ${code}`)),
    )
  })
}

function joinSpans(parts: readonly JudgedSpan[]): JudgedSpan {
  return {
    articleCount: parts.reduce((sum, { articleCount }) => sum + articleCount, 0),
    articles: parts.flatMap(({ articles }) => articles),
  }
}
