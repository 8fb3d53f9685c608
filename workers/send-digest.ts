import { work } from '../src/cli/worker.ts'

/** A process for this step alone: `node workers/send-digest.ts`. */
await work(['send-digest'])
