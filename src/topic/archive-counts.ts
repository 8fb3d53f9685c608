/** What the topics and their parts did in an archive; ids are those of topics, probes and spellings. */
export interface ArchiveCounts {
  articleCount: number
  /** Articles by outlet and by language. */
  readonly outlets: Map<string, number>
  readonly languages: Map<string, number>
  /** Articles that an id matched: in all, with another topic, by outlet, by language. */
  readonly matches: Map<string, number>
  readonly together: Map<string, number>
  readonly byOutlet: Map<string, number>
  readonly byLanguage: Map<string, number>
  /** Articles that a probe matched and its topic too. */
  readonly contributions: Map<string, number>
}

export function emptyCounts(): ArchiveCounts {
  return {
    articleCount: 0,
    outlets: new Map(),
    languages: new Map(),
    matches: new Map(),
    together: new Map(),
    byOutlet: new Map(),
    byLanguage: new Map(),
    contributions: new Map(),
  }
}

export function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The key of two things together. */
export function pairOf(left: string, right: string): string {
  return `${left}\n${right}`
}
