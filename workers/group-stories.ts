import { work } from '../src/cli/worker.ts'

/** A process for this step alone: `node workers/group-stories.ts`. */
await work(['group-stories'])
