import { characterClass, characterClasses } from './character-class.ts'
import { plainLetter } from './fold-word.ts'

const classes = characterClasses
const NO_PLAIN_LETTERS = /[ßæœøłđðþıς]/g

/**
 * The letters and digits of a text and nothing between them, as `foldWord` makes them of its words, without the marks that
 * make other letters. Of two texts one of which is part of the other the same is true afterwards. Characters outside of the
 * first plane are left out.
 */
export function foldLetters(text: string): string {
  const folded = text.normalize('NFKD').toLowerCase().replace(NO_PLAIN_LETTERS, plainLetter)
  const letters = new Uint16Array(folded.length)
  let count = 0
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at)
    letters[count] = code
    count += (classes[code] || characterClass(code)) & 1
  }
  return Buffer.from(letters.buffer, 0, count * 2).toString('utf16le')
}
