import { setTimeout as pause } from 'node:timers/promises'
import { openStore } from '../../src/store/open-store.ts'
import { openTestDoor } from './open-test-door.ts'

/** One worker among several: fetches these URLs at once with the turns of the database, and tells what came of it. */
const [database = '', ...urls] = process.argv.slice(2)
await using store = await openStore(database)
await using door = openTestDoor({
  hostGapMs: 500,
  totalTimeoutMs: 20_000,
  sleepUntil: async (at) => void (await pause(at - Date.now())),
  reserveHost: store.reserveHost,
  startVisit: store.startVisit,
  endVisit: store.endVisit,
})
const outcomes = await Promise.all(urls.map((url) => door.fetchFeed({ url })))
process.stdout.write(JSON.stringify(outcomes.map(({ kind }) => kind)))
