/** Hides the login of `scheme://name:password@host`, keeping every column where it was. */
export function maskSecrets(text: string): string {
  return text.replace(/\S+/g, maskWord)
}

/** Up to the last `@`, since a password may hold a slash. */
function maskWord(word: string): string {
  const start = word.indexOf('//') + 2
  const end = word.lastIndexOf('@')
  return start >= 2 && end > start ? word.slice(0, start) + '*'.repeat(end - start) + word.slice(end) : word
}
