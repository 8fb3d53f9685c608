/** The known word that was probably meant, or undefined when none is near. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  let nearest: string | undefined
  let nearestDistance = Math.max(2, Math.floor(wanted.length / 3)) + 1
  for (const candidate of known) {
    const distance = distanceOf(wanted, candidate.toLowerCase())
    if (distance < nearestDistance) [nearest, nearestDistance] = [candidate, distance]
  }
  return nearest
}

/** A longer or shorter form of a word (`monday`, `mon`) is nearer than a misspelling of another one. */
function distanceOf(wanted: string, candidate: string): number {
  if (wanted === candidate) return 0
  if (Math.min(wanted.length, candidate.length) >= 3) {
    if (wanted.startsWith(candidate) || candidate.startsWith(wanted)) return 1
  }
  return editDistance(wanted.slice(0, 64), candidate.slice(0, 64))
}

/** Levenshtein's distance, one row at a time. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution))
    }
    row = next
  }
  return row[right.length] ?? 0
}
