/** What stands between a word and the one before it. */
export const GAP = {
  /** One compound: cease-fire. */
  hyphen: 0,
  /** A phrase may go on: quote marks and brackets are seen through. */
  space: 1,
  /** A phrase may not go on: a comma, a full stop, a paragraph's end. */
  break: 2,
  /** Another text begins. */
  edge: 3,
} as const

/** Words of texts in order, by columns; grows as needed and is used again. Offsets are UTF-16 code units. */
export interface WordBuffer {
  count: number
  starts: Int32Array
  ends: Int32Array
  hashes: Int32Array
  gaps: Uint8Array
  /** Code units of the text that was scanned last, then a 0: faster to go through than a string. */
  letters: Uint16Array<ArrayBuffer>
}

export function emptyWordBuffer(room = 1024): WordBuffer {
  return {
    count: 0,
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    hashes: new Int32Array(room),
    gaps: new Uint8Array(room),
    letters: new Uint16Array(room),
  }
}

/** Copies the code units of a text, on machines that store the low byte first. */
export function loadLetters(buffer: WordBuffer, text: string): Uint16Array {
  if (text.length >= buffer.letters.length) buffer.letters = new Uint16Array(text.length * 2)
  const { letters } = buffer
  Buffer.from(letters.buffer).write(text, 'utf16le')
  letters[text.length] = 0
  return letters
}

export function addWord(buffer: WordBuffer, start: number, end: number, hash: number, gap: number): void {
  const { count } = buffer
  if (count === buffer.starts.length) growWordBuffer(buffer)
  buffer.starts[count] = start
  buffer.ends[count] = end
  buffer.hashes[count] = hash
  buffer.gaps[count] = gap
  buffer.count = count + 1
}

/** Takes words out, as if they had never been read; what follows them stands behind a break. */
export function removeWords(buffer: WordBuffer, from: number, to: number): void {
  for (const column of [buffer.starts, buffer.ends, buffer.hashes, buffer.gaps])
    column.copyWithin(from, to, buffer.count)
  buffer.count -= to - from
  if (from < buffer.count) buffer.gaps[from] = from === 0 ? GAP.edge : Math.max(buffer.gaps[from] ?? 0, GAP.break)
}

function growWordBuffer(buffer: WordBuffer): void {
  buffer.starts = grown(buffer.starts)
  buffer.ends = grown(buffer.ends)
  buffer.hashes = grown(buffer.hashes)
  const gaps = new Uint8Array(buffer.gaps.length * 2)
  gaps.set(buffer.gaps)
  buffer.gaps = gaps
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2)
  larger.set(column)
  return larger
}
