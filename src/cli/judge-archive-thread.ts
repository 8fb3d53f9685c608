import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '../store/open-store.ts'
import { type JudgedSpan, judgeSpan, type SpanTask } from './judge-span.ts'

/** The part of an archive that one thread judges. */
export interface ArchiveTask extends SpanTask {
  readonly databaseUrl: string
}

export type ThreadReport =
  | { readonly kind: 'judged'; readonly count: number }
  | { readonly kind: 'done'; readonly result: JudgedSpan }

const task: ArchiveTask = workerData
await using store = await openStore(task.databaseUrl)
const result = await judgeSpan(store, task, (count) => report({ kind: 'judged', count }))
report({ kind: 'done', result })

function report(message: ThreadReport): void {
  parentPort?.postMessage(message)
}
