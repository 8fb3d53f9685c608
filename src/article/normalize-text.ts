/** Unicode spaces, among them the no-break ones, and the marks that have no width and no meaning in running text. */
const SPACES = /[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/gu
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu

const ASCII = /^[\t-~]*$/

/** One line of text: NFC, every run of white space one plain space, no soft hyphens, no zero-width marks. */
export function normalizeText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim()
}

/** What two printings of the same words have in common: lower case letters and digits, nothing else. */
export function foldText(text: string): string {
  if (ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
