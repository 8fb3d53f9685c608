/** What tells whether an article is an outlet's own work. */
export interface Carrier {
  readonly articleId: string
  readonly outlet: string
  /** Publisher family of its feed, when config names one. */
  readonly family?: string
  /** Of which article it is a copy. */
  readonly copyOfId?: string
  /** Agencies its text says it is from: "Reuters", "RIA Novosti". */
  readonly agencies: readonly string[]
}

/** Outlets that stand for one source among those of a story. */
export interface IndependentSource {
  /** The first of them, by the order of the carriers. */
  readonly outlet: string
  /** Those that carry the same: copies, the same agency's text, the same publisher's. */
  readonly alsoBy: readonly { readonly outlet: string; readonly why: 'copy' | 'agency' | 'family' }[]
}

/** @param carriers in the order of their arrival */
export function independentOutlets(carriers: readonly Carrier[]): readonly IndependentSource[] {
  return [...new Set(carriers.map(({ outlet }) => outlet))].map((outlet) => ({ outlet, alsoBy: [] }))
}
