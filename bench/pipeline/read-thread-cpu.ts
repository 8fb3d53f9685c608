import { readdirSync, readFileSync } from 'node:fs'
import type { ThreadCpu } from './desk-message.ts'

/** Names that Node gives its threads. The profiler's own thread is the bench's cost, not the desk's. */
const KINDS: Readonly<Record<string, keyof ThreadCpu | 'profiler'>> = {
  WorkerThread: 'extraction',
  V8Worker: 'engine',
  'libuv-worker': 'files',
  'v8:ProfEvntProc': 'profiler',
}

/** CPU time of this process so far (ms). Where the kernel does not tell of threads, all but the main one is `other`. */
export function readThreadCpu(): ThreadCpu {
  const main = millis(process.threadCpuUsage())
  const total = millis(process.cpuUsage())
  const byKind = { extraction: 0, engine: 0, files: 0, profiler: 0 }
  for (const { name, ms } of listThreads()) {
    const kind = KINDS[name]
    if (kind !== undefined && kind !== 'main' && kind !== 'other') byKind[kind] += ms
  }
  const { profiler, ...threads } = byKind
  const known = main + threads.extraction + threads.engine + threads.files + profiler
  return { main, ...threads, other: Math.max(0, total - known) }
}

/** Linux: proc(5); the first number of `schedstat` is the time on a CPU in ns. */
function listThreads(): { readonly name: string; readonly ms: number }[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc/self/task').flatMap((thread) => {
    try {
      const name = readFileSync(`/proc/self/task/${thread}/comm`, 'utf8').trim()
      const [ns = '0'] = readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8').split(' ')
      return [{ name, ms: Number(ns) / 1e6 }]
    } catch {
      return []
    }
  })
}

function millis({ user, system }: { readonly user: number; readonly system: number }): number {
  return (user + system) / 1_000
}
