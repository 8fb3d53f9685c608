import type { TokenRange } from './token.ts'

/** Who a text names as speaking, before it is known who that is. */
export interface Phrase {
  /** The whole noun phrase with its apposition. */
  readonly range: TokenRange
  /** What is printed of the name, or the whole description. */
  readonly surface: TokenRange
  /** The office beside the name. */
  readonly role?: TokenRange
  /** `thing`: no word in it is known to speak; beside a quotation it may. */
  readonly kind: 'pronoun' | 'name' | 'organisation' | 'description' | 'thing'
}
