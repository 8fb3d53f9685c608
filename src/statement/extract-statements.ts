import type { Block } from '../article/reading.ts'
import type { PeopleBook } from '../person/person.ts'
import type { Statement } from './statement.ts'

export interface SpokenText {
  readonly title: string
  readonly body: string
  readonly blocks: readonly Block[]
  readonly passages: readonly { readonly start: number; readonly end: number }[]
  /** ISO 639-1. */
  readonly language?: string
  /** Epoch ms: the day on which offices are looked up. */
  readonly publishedAt?: number
}

/** Who said what in an article, in the order of its title and text. Same input, same statements; linear in the text. */
export function extractStatements(_text: SpokenText, _book: PeopleBook): readonly Statement[] {
  return []
}
