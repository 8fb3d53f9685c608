import { work } from '../src/cli/worker.ts'

/** A process for this step alone: `node workers/read-article.ts`. */
await work(['read-article'])
