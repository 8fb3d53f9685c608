import type { PageBlock } from './page-block.ts'

/** The number of the table that a block is a row of. */
export function tableOf({ kind, path, ids }: PageBlock): number | undefined {
  return kind === 'table-row' ? ids[path.lastIndexOf('table')] : undefined
}
