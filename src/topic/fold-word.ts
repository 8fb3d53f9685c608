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

/** The form under which two spellings of a word are equal: without case, accents, compatibility forms, `'s`, dots. */
export function foldWord(word: string): string {
  if (/^[a-z0-9]+$/.test(word)) return word
  const bare = word.replace(/['’ʼ][sS]$/, '').replace(/[.'’ʼ\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
  if (/^[A-Za-z0-9]+$/.test(bare)) return bare.toLowerCase()
  return bare
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[ßæœøłđðþıς]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
}
