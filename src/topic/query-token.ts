/** A piece of a query as it is written. Offsets are UTF-16 code units into the source. */
export type QueryToken = QueryTokenKind & { readonly start: number; readonly end: number }

export type QueryTokenKind =
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { readonly kind: 'near'; readonly isOrdered: boolean; readonly distance: number }
  | { readonly kind: 'field'; readonly name: string }
  /** `sentence(` or `paragraph(`, up to the bracket. */
  | { readonly kind: 'scope'; readonly unit: 'sentence' | 'paragraph' }
  /** One word without spaces; it may still be several words (cease-fire). */
  | { readonly kind: 'word'; readonly text: string; readonly how: 'stem' | 'exact' | 'prefix' }
  | { readonly kind: 'quoted'; readonly text: string; readonly how: 'stem' | 'exact'; readonly slop: number }
  | { readonly kind: 'regex'; readonly pattern: string; readonly ignoreCase: boolean }
  | { readonly kind: 'person'; readonly id: string }
