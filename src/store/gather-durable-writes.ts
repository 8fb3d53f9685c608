import type { Kysely, Transaction } from 'kysely'
import { durably } from './durably.ts'
import type { Schema } from './schema.ts'

type Write = (trx: Transaction<Schema>) => Promise<void>

interface Asked {
  readonly write: Write
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs small writes that must be on the disk before anything else happens, each whole or not at all. Those asked for in
 * the same round of the event loop share one commit: waiting for the disk costs more than all else they do.
 */
export function gatherDurableWrites(db: Kysely<Schema>): (write: Write) => Promise<void> {
  let waiting: Asked[] = []

  function writeAll(): void {
    const round = waiting
    waiting = []
    void writeRound(db, round)
  }

  return (write) =>
    new Promise((resolve, reject) => {
      waiting.push({ write, resolve, reject })
      if (waiting.length === 1) setImmediate(writeAll)
    })
}

/** One that fails would take the others back with it: then each is tried by itself. */
async function writeRound(db: Kysely<Schema>, round: readonly Asked[]): Promise<void> {
  try {
    await commit(
      db,
      round.map(({ write }) => write),
    )
    for (const { resolve } of round) resolve()
  } catch (error) {
    const [first, second] = round
    if (second === undefined) return first?.reject(error)
    for (const asked of round) await writeRound(db, [asked])
  }
}

function commit(db: Kysely<Schema>, writes: readonly Write[]): Promise<void> {
  return durably(db, (disk) =>
    disk.transaction().execute(async (trx) => {
      for (const write of writes) await write(trx)
    }),
  )
}
