/**
 * Text that cannot act, on one line: controls and line breaks become spaces, and what is invisible or turns the
 * direction of the text round goes (bidi controls, U+202E among them, zero-width signs but the joiners some scripts
 * need, byte order marks, tags). Spaces at the ends stay.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu, '')
    .replace(/\s+/g, ' ')
}
