/** Letters that Unicode does not take apart into a plain letter and an accent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
const POSSESSIVE = /['’ʼ][sS]$/
const NO_LETTERS = /[.'’ʼ\u00ad\u200b-\u200d\u2060\ufeff]/g

/** All but letters and digits; the marks of й, ї and ў stay, for they make other letters. */
const NO_LETTERS_OF_THEIR_OWN = /((?<=[иіу])[\u0306\u0308])|[^\p{L}\p{N}]/gu

/** The form under which two spellings of a word are equal: without case, accents, compatibility forms, `'s`, dots. */
export function foldWord(word: string): string {
  if (/^[a-z0-9]+$/.test(word)) return word
  const bare = word.replace(POSSESSIVE, '').replace(NO_LETTERS, '')
  if (/^[A-Za-z0-9]+$/.test(bare)) return bare.toLowerCase()
  return bare
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(NO_LETTERS_OF_THEIR_OWN, '$1')
    .normalize('NFC')
    .replace(/[ßæœøłđðþıς]/g, plainLetter)
}

/** The form under which exact words are equal: case and accents count, the way they are encoded does not. */
export function foldExactly(word: string): string {
  return word.replace(POSSESSIVE, '').replace(NO_LETTERS, '').normalize('NFKC')
}

/** A letter that Unicode does not take apart. */
export function plainLetter(letter: string): string {
  return PLAIN_LETTERS[letter] ?? letter
}
