const LINE_FEED = 10
const SPACE = 32
const EQUALS = 61
/** A line of the encoding holds 76 signs with the `=` that breaks it, and is broken within no letter: 12 signs at most. */
const SAFE_LINE = 64

/** How many bytes a text takes as quoted-printable (RFC 2045, 6.7): rather a little more than less. */
export function encodedLength(text: string): number {
  let length = 0
  let lineLength = 0
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0
    if (point === LINE_FEED) {
      length += 2
      lineLength = 0
      continue
    }
    const size = point === SPACE && endsLine(text, at + 1) ? 3 : sizeOf(point)
    if (point > 0xffff) at += 1
    length += size
    lineLength += size
    if (lineLength >= SAFE_LINE) {
      length += 3
      lineLength = 0
    }
  }
  return length
}

/** A space would be lost there, and is written out. */
function endsLine(text: string, at: number): boolean {
  const next = text[at]
  return next === undefined || next === '\n' || next === '\r'
}

/** What a letter becomes: itself, or three signs for each byte of its UTF-8. */
function sizeOf(point: number): number {
  if (point >= 32 && point <= 126) return point === EQUALS ? 3 : 1
  if (point < 0x80) return 3
  if (point < 0x800) return 6
  return point > 0xffff ? 12 : 9
}
