import type { ProcessUse, ThreadCpu } from './desk-message.ts'
import { divideBusyTime } from './divide-busy-time.ts'
import { profileMainThread } from './profile-main-thread.ts'
import { readThreadCpu } from './read-thread-cpu.ts'

/** Measures this process from now until it is asked. */
export async function measureThisProcess(): Promise<() => Promise<Omit<ProcessUse, 'waits'>>> {
  const stop = await profileMainThread()
  const before = readThreadCpu()
  return async () => {
    const cpu = difference(readThreadCpu(), before)
    const peakBytes = process.resourceUsage().maxRSS * 1_024
    return { cpu, peakBytes, mainBusyMs: divideBusyTime(await stop()) }
  }
}

function difference(after: ThreadCpu, before: ThreadCpu): ThreadCpu {
  return {
    main: after.main - before.main,
    extraction: after.extraction - before.extraction,
    engine: after.engine - before.engine,
    files: after.files - before.files,
    other: Math.max(0, after.other - before.other),
  }
}
