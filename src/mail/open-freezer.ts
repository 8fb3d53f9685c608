import { Piscina } from 'piscina'
import { type DigestMail, type FrozenDigest, freezeDigest, type Sender } from './freeze-digest.ts'
import type { FreezeTask } from './freeze-task.ts'

/** Digests become mails: a few in this thread, many in a thread of their own, beside the work of this one. */
export interface Freezer extends AsyncDisposable {
  readonly freeze: (mail: DigestMail, sender: Sender) => Promise<FrozenDigest>
}

/** A thread takes as long to start as this many mails to make. */
const FEW = 4
/** Far longer than the few mails before one take. */
const MAX_WAIT_MS = 120_000
const IDLE_MS = 10_000

export function openFreezer(): Freezer {
  let pool: Piscina<FreezeTask, FrozenDigest> | undefined
  let inHandCount = 0
  return {
    freeze: async (mail, sender) => {
      inHandCount += 1
      try {
        if (inHandCount > FEW) pool ??= openPool()
        if (pool === undefined) return await freezeDigest(mail, sender)
        const { planId, subject, links } = mail.digest
        const digest = { planId, subject, ...(links !== undefined && { links }) }
        return await pool.run({ mail: { ...mail, digest }, sender }, { signal: AbortSignal.timeout(MAX_WAIT_MS) })
      } finally {
        inHandCount -= 1
      }
    },
    [Symbol.asyncDispose]: async () => pool?.destroy(),
  }
}

function openPool(): Piscina<FreezeTask, FrozenDigest> {
  const pool = new Piscina<FreezeTask, FrozenDigest>({
    filename: new URL('./freeze-task.ts', import.meta.url).href,
    name: 'freezeTask',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    execArgv: process.execArgv.filter((option) => option.startsWith('--import=')),
    // A thread asleep in Atomics.wait answers no request for its memory and no inspector.
    atomics: 'disabled',
  })
  // A thread that dies between two mails is replaced; there is nobody to tell.
  pool.on('error', () => undefined)
  return pool
}
