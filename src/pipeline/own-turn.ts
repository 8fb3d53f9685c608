import { setImmediate as nextTurn } from 'node:timers/promises'

/** Of this thread's event loop, which all of its steps share. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Waits for a turn of the event loop in which nobody else goes on who asks here. `setImmediate` alone gives all who wait
 * the same turn: feeds that arrive together would be read and stored in one go, and timers and sockets wait for all.
 */
export function ownTurn(): Promise<unknown> {
  last = last.then(() => nextTurn())
  return last
}
