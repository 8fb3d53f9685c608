/** Shares of all 4-word shingles of a page: in both texts, only in the one found, only in the true one. */
export interface TextScore {
  readonly hit: number
  readonly extra: number
  readonly missed: number
}

export interface Accuracy {
  readonly f1: number
  readonly precision: number
  readonly recall: number
}

const SIZE = 4

/** As Scrapinghub's article extraction benchmark defines it. */
export function scoreText(expected: string, actual: string): TextScore {
  const want = shinglesOf(expected)
  const got = shinglesOf(actual)
  let hit = 0
  for (const [shingle, count] of got) hit += Math.min(count, want.get(shingle) ?? 0)
  const wanted = sum(want.values())
  const gotten = sum(got.values())
  const all = wanted + gotten - hit
  return all === 0
    ? { hit: 0, extra: 0, missed: 0 }
    : { hit: hit / all, extra: (gotten - hit) / all, missed: (wanted - hit) / all }
}

/** Every page weighs the same. */
export function accuracyOf(scores: readonly TextScore[]): Accuracy {
  const hit = sum(scores.map((score) => score.hit))
  const precision = hit / (hit + sum(scores.map(({ extra }) => extra)) || 1)
  const recall = hit / (hit + sum(scores.map(({ missed }) => missed)) || 1)
  return { f1: (2 * precision * recall) / (precision + recall || 1), precision, recall }
}

export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
}

function shinglesOf(text: string): ReadonlyMap<string, number> {
  const words = wordsOf(text)
  const counts = new Map<string, number>()
  for (let start = 0; start < Math.max(1, words.length - SIZE + 1); start += 1) {
    const shingle = words.slice(start, start + SIZE).join('\u0001')
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
