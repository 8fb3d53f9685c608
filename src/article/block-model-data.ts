import model from './block-model.json' with { type: 'json' }
import type { BlockModel } from './block-model.ts'

/** As `npm run train:blocks` wrote it. */
export const BLOCK_MODEL: BlockModel = model
