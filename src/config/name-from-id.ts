/** `peace-proposals` as a heading: `Peace proposals`. */
export function nameFromId(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
