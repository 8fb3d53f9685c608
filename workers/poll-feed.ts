import { work } from '../src/cli/worker.ts'

/** A process for this step alone: `node workers/poll-feed.ts`. */
await work(['poll-feed'])
