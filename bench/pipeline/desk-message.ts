import { z } from 'zod'
import { setupForm } from '../../src/cli/replay-message.ts'

/** What the bench tells a desk process; each is answered by one message. */
export const deskMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    setup: setupForm,
    /** Pages that this process reads at the same time. */
    threads: z.number(),
    /** Without it the steps run in that process alone. */
    bull: z.object({ redisUrl: z.string(), prefix: z.string() }).optional(),
  }),
  /** In one process alone: do all that is due, then answer. */
  z.object({ kind: z.literal('work') }),
  z.object({ kind: z.literal('measure') }),
])

export type DeskMessage = z.infer<typeof deskMessage>

/** CPU time of a process by kind of thread (ms). */
const threadCpu = z.object({
  main: z.number(),
  extraction: z.number(),
  /** V8's: garbage collection and compilation beside the program. */
  engine: z.number(),
  /** libuv's: files, gzip. */
  files: z.number(),
  other: z.number(),
})

const waits = z.record(z.string(), z.object({ count: z.number(), ms: z.number() }))

/** What one process used between opening the desk and being asked. */
export const processUse = z.object({
  cpu: threadCpu,
  /** Busy time of the main thread by part of the pipeline (ms). */
  mainBusyMs: z.record(z.string(), z.number()),
  /** Time from call to answer; calls overlap. */
  waits,
  peakBytes: z.number(),
})

export type ThreadCpu = z.infer<typeof threadCpu>
export type Waits = z.infer<typeof waits>
export type ProcessUse = z.infer<typeof processUse>
