import type { Block } from './reading.ts'

/** A run of text of the page that a reader sees as one piece, with what is known of the elements around it. */
export interface PageBlock {
  readonly kind: Block['kind'] | 'caption' | 'table-row'
  readonly text: string
  /** Code units of the text that are links. */
  readonly linkLength: number
  readonly linkCount: number
  /** Element names from the outside to the inside, below the root. */
  readonly path: readonly string[]
  /** Ids, classes and roles of the elements on the path, the nearest last. */
  readonly names: readonly string[]
  /** A number for each element on the path: blocks with the same number stand in the same element. */
  readonly ids: readonly number[]
  /** 1 to 6 for headings. */
  readonly level?: number
  /** `datetime` of a time element inside. */
  readonly datetime?: string
}
