import { work } from '../src/cli/worker.ts'

/** A process for this step alone: `node workers/tick.ts`. */
await work(['tick'])
