/** What windows-1252 has where Unicode has control characters: feeds that were re-labelled carry these. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** Unicode's Cc without tab, line feed and carriage return; two whole ranges are looked for faster than five parts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\0-\x1f\x7f-\x9f](?<![\t\n\r])/g

/** Without control characters, which XML forbids and nobody can see; those of windows-1252 become what was meant. */
export function cleanText(text: string): string {
  return text.replace(control, (character) => {
    const index = character.charCodeAt(0) - 0x80
    const meant = windows1252[index] ?? ''
    return meant === character ? '' : meant
  })
}
