/**
 * What an article's words must hold for a query to have a chance: never too strict, mostly much too lax. A database
 * answers it from an index; `matchTopics` judges what is left.
 */
export type Sieve =
  | { readonly kind: 'anything' }
  | WordSieve
  | { readonly kind: 'all' | 'any'; readonly of: readonly Sieve[] }

export interface WordSieve {
  readonly kind: 'word'
  /** Folded. */
  readonly form: string
  readonly isPrefix: boolean
}

export const ANYTHING: Sieve = { kind: 'anything' }

export function allOf(parts: readonly Sieve[]): Sieve {
  const strict = parts.filter(({ kind }) => kind !== 'anything')
  const [only] = strict
  if (only === undefined) return ANYTHING
  return strict.length === 1 ? only : { kind: 'all', of: strict }
}

export function anyOf(parts: readonly Sieve[]): Sieve {
  const [only] = parts
  if (only === undefined || parts.some(({ kind }) => kind === 'anything')) return ANYTHING
  return parts.length === 1 ? only : { kind: 'any', of: parts }
}
