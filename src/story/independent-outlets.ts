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

type Why = IndependentSource['alsoBy'][number]['why']

/**
 * An outlet stands for itself once one article of it is its own work, unless its publisher is there already.
 * @param carriers in the order of their arrival
 */
export function independentOutlets(carriers: readonly Carrier[]): readonly IndependentSource[] {
  const sources: { readonly outlet: string; readonly alsoBy: { outlet: string; why: Why }[] }[] = []
  const leaders = new Map<string, (typeof sources)[number]>()
  for (const [outlet, own] of byOutlet(carriers)) {
    const tied = own.map((carrier) => tieOf(carrier, { leaders, outlet }))
    const tie = tied.find((each) => each?.why === 'family') ?? (tied.includes(undefined) ? undefined : tied[0])
    const source = tie?.source ?? { outlet, alsoBy: [] }
    if (tie === undefined) sources.push(source)
    else source.alsoBy.push({ outlet, why: tie.why })
    for (const key of own.flatMap(keysOf)) if (!leaders.has(key)) leaders.set(key, source)
  }
  return sources

  function tieOf(
    carrier: Carrier,
    { leaders: known, outlet }: { readonly leaders: typeof leaders; readonly outlet: string },
  ): { readonly source: (typeof sources)[number]; readonly why: Why } | undefined {
    for (const key of keysOf(carrier)) {
      const source = known.get(key)
      if (source !== undefined && source.outlet !== outlet) return { source, why: whyOf(key) }
    }
    return undefined
  }
}

function byOutlet(carriers: readonly Carrier[]): ReadonlyMap<string, readonly Carrier[]> {
  return Map.groupBy(carriers, ({ outlet }) => outlet)
}

/** What an article has in common with those it is not independent of; copies of one absent article are tied as well. */
function keysOf({ articleId, family, copyOfId, agencies }: Carrier): readonly string[] {
  return [
    ...(family === undefined ? [] : [`family ${family}`]),
    ...(copyOfId === undefined ? [] : [`copy ${copyOfId}`]),
    `copy ${articleId}`,
    ...agencies.map((agency) => `agency ${agency}`),
  ]
}

function whyOf(key: string): Why {
  if (key.startsWith('family ')) return 'family'
  return key.startsWith('copy ') ? 'copy' : 'agency'
}
