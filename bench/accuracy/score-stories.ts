/** BCubed: for each article, how much of its found story is of its true one (precision), and the other way round. */
export interface BCubed {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface PlacedTruth {
  readonly found: string
  readonly truth: string
}

export function scoreStories(articles: readonly PlacedTruth[]): BCubed {
  const foundSizes = countBy(articles, ({ found }) => found)
  const truthSizes = countBy(articles, ({ truth }) => truth)
  const bothSizes = countBy(articles, bothOf)
  const shareOf = (sizes: ReadonlyMap<string, number>, key: (article: PlacedTruth) => string): number =>
    articles.reduce((sum, each) => sum + (bothSizes.get(bothOf(each)) ?? 0) / (sizes.get(key(each)) ?? 1), 0) /
    Math.max(1, articles.length)
  const precision = shareOf(foundSizes, ({ found }) => found)
  const recall = shareOf(truthSizes, ({ truth }) => truth)
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

function bothOf({ found, truth }: PlacedTruth): string {
  return JSON.stringify([found, truth])
}

function countBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}
