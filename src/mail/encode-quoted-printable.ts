const TAB = 0x09
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const SPACE = 0x20
const EQUALS = 0x3d
/** Of a line, before the `=` that breaks it: 76 signs in all. */
const LINE_LENGTH = 75
const DIGITS = new TextEncoder().encode('0123456789ABCDEF')
/** Signs for a byte, or for the whole letter of UTF-8 that it begins. */
const SIZES = Uint8Array.from({ length: 256 }, (_, byte) => sizeOf(byte))

/**
 * A text as quoted-printable (RFC 2045, 6.7), whatever its line ends were. No line is broken within a letter, so that
 * each line can be read by itself. nodemailer's own encoder cuts lines out by regular expressions, which takes longer.
 */
export function encodeQuotedPrintable(text: string): Uint8Array {
  const bytes = Buffer.from(text)
  // Three signs for a byte, and three more for each line, which has 64 at least.
  const encoded = Buffer.allocUnsafe(Math.ceil(bytes.length * 3 * 1.05) + 3)
  let length = 0
  let lineEnd = LINE_LENGTH
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
      if (byte === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED) at += 1
      length = breakLine(encoded, length)
      lineEnd = length + LINE_LENGTH
      continue
    }
    const size = (byte === SPACE || byte === TAB) && endsLine(bytes, at + 1) ? 3 : (SIZES[byte] ?? 0)
    if (length + size > lineEnd) {
      encoded[length] = EQUALS
      length = breakLine(encoded, length + 1)
      lineEnd = length + LINE_LENGTH
    }
    encoded[length] = size === 1 ? byte : EQUALS
    length += 1
    if (size === 1) continue
    encoded[length] = DIGITS[byte >> 4] ?? 0
    encoded[length + 1] = DIGITS[byte & 15] ?? 0
    length += 2
  }
  return encoded.subarray(0, length)
}

function sizeOf(byte: number): number {
  if (byte === TAB || (byte >= SPACE && byte <= 0x7e && byte !== EQUALS)) return 1
  if (byte >= 0xf0) return 12
  if (byte >= 0xe0) return 9
  return byte >= 0xc0 ? 6 : 3
}

/** Space at the end of a line would be lost on the way. */
function endsLine(bytes: Uint8Array, at: number): boolean {
  return at >= bytes.length || bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN
}

function breakLine(encoded: Uint8Array, at: number): number {
  encoded[at] = CARRIAGE_RETURN
  encoded[at + 1] = LINE_FEED
  return at + 2
}
