import type { Comparison } from './compare-matches.ts'

/** What an edit does to one topic. */
export interface TopicChanges {
  readonly topicId: string
  readonly storedCount: number
  readonly nowCount: number
  readonly addedCount: number
  readonly lostCount: number
  /** Added and lost for each stored match; undefined for a topic without any: there is nothing to compare with. */
  readonly changeShare?: number
}

/** Sums up what an edit does, topic by topic, in the order of the config; then topics that only the archive knows. */
export function countChanges(
  topicIds: readonly string[],
  judged: Iterable<{ readonly storedIds: readonly string[]; readonly comparison: Comparison }>,
): readonly TopicChanges[] {
  const tallies = new Map(topicIds.map((id) => [id, emptyTally()]))
  const tallyOf = (id: string): Tally => {
    const tally = tallies.get(id) ?? emptyTally()
    tallies.set(id, tally)
    return tally
  }
  for (const { storedIds, comparison } of judged) {
    for (const id of storedIds) tallyOf(id).storedCount++
    for (const id of comparison.topicIds) tallyOf(id).nowCount++
    for (const { topicId, kind } of comparison.changes) {
      if (kind === 'added') tallyOf(topicId).addedCount++
      else tallyOf(topicId).lostCount++
    }
  }
  return [...tallies].map(([topicId, tally]) => ({ topicId, ...tally, ...shareOf(tally) }))
}

interface Tally {
  storedCount: number
  nowCount: number
  addedCount: number
  lostCount: number
}

function emptyTally(): Tally {
  return { storedCount: 0, nowCount: 0, addedCount: 0, lostCount: 0 }
}

function shareOf({ storedCount, addedCount, lostCount }: Tally): { readonly changeShare?: number } {
  return storedCount === 0 ? {} : { changeShare: (addedCount + lostCount) / storedCount }
}
