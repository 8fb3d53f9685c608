import { work } from '../src/cli/worker.ts'

/** A process for this step alone: `node workers/match-article.ts`. */
await work(['match-article'])
