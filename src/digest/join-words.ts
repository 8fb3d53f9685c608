/** "a", "a and b", "a, b and c"; what goes beyond `most` is counted: "a, b and 3 more". */
export function joinWords(words: readonly string[], most = words.length): string {
  const listed = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words
  if (listed.length < 2) return listed.join('')
  return `${listed.slice(0, -1).join(', ')} and ${listed.at(-1)}`
}
