/** What is known of the words of a text, by word. */
export interface WordColumns {
  readonly forms: Int32Array
  readonly pairs: Int32Array
  readonly gaps: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** An occurrence is word * 2, or word * 2 + 1 for it and the next as one: the next occurrence of the same form, or -1. */
  readonly next: Int32Array
}

export function emptyColumns(room: number): WordColumns {
  return {
    forms: new Int32Array(room),
    pairs: new Int32Array(room),
    gaps: new Uint8Array(room),
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    next: new Int32Array(room * 2),
  }
}

/** The same with room for so many words and more. */
export function widerColumns({ forms, pairs, gaps, starts, ends, next }: WordColumns, count: number): WordColumns {
  const wider = emptyColumns(Math.max(count, forms.length * 2))
  wider.forms.set(forms)
  wider.pairs.set(pairs)
  wider.gaps.set(gaps)
  wider.starts.set(starts)
  wider.ends.set(ends)
  wider.next.set(next)
  return wider
}
