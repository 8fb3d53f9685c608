const LINE_FEED = 10
const EQUALS = 61
/** What a byte becomes. */
const SIZES = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 32 && byte <= 126 && byte !== EQUALS ? 1 : 3))
/**
 * A line of the encoding holds 76 signs with the `=` that breaks it. It is broken at a space or a stop in its last third
 * where there is one, and within no letter.
 */
const SAFE_LINE = 51

/** How many bytes a text takes as quoted-printable (RFC 2045, 6.7): rather a little more than less. */
export function encodedLength(text: string): number {
  let length = 0
  let lineLength = 0
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === LINE_FEED) {
      length += 2
      lineLength = 0
      continue
    }
    const size = SIZES[byte] ?? 0
    length += size
    lineLength += size
    if (lineLength >= SAFE_LINE) {
      length += 3
      lineLength = 0
    }
  }
  return length
}
