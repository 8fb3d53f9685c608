/** Words that French cuts off before a vowel. */
const ELIDED = new Set(['c', 'd', 'j', 'l', 'm', 'n', 's', 't', 'qu', 'lorsqu', 'puisqu', 'jusqu'])
const MAX_ELIDED = 6

/** Where the word or mark that begins at a place ends. A hyphen or apostrophe between letters belongs to the word. */
export function wordEnd(text: string, from: number): number {
  if (!isLetter(text.charCodeAt(from))) return from + 1
  const dotted = dottedEnd(text, from)
  if (dotted > from) return dotted
  let at = from + 1
  for (;;) {
    while (isLetter(text.charCodeAt(at))) at++
    const code = text.charCodeAt(at)
    if (isApostrophe(code) && isElision(text, from, at)) return at + 1
    if (isApostrophe(code) && isSpace(text.charCodeAt(at + 1)) && text.charCodeAt(at - 1) === 0x73) return at + 1
    if (!(isApostrophe(code) || isHyphen(code)) || !isLetter(text.charCodeAt(at + 1))) return at
    at++
  }
}

export function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200b) || Number.isNaN(code)
}

/** Letters and digits; what is outside of Latin punctuation counts as one, since no rule asks for it. */
function isLetter(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  if (code >= 0x2000 && code <= 0x2bff) return false
  return code !== 0xd7 && code !== 0xf7 && !(code >= 0x3000 && code <= 0x303f) && !Number.isNaN(code)
}

/** "U.S." is one word. */
function dottedEnd(text: string, from: number): number {
  let at = from
  while (isLetter(text.charCodeAt(at)) && text.charCodeAt(at + 1) === 0x2e) at += 2
  return at - from >= 4 ? at : from
}

function isElision(text: string, from: number, at: number): boolean {
  if (at - from > MAX_ELIDED || !isLetter(text.charCodeAt(at + 1))) return false
  return ELIDED.has(text.slice(from, at).toLowerCase())
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2bc
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2011
}
