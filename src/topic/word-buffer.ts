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
  /** What stands before the next word. */
  gap: number
  /** Code units of the text that was scanned last, then a 0: faster to go through than a string. */
  letters: Uint16Array<ArrayBuffer>
  /** The same memory as bytes, to write a string into. */
  bytes: Buffer<ArrayBuffer>
  /** Of that text's runs of letters and digits, in order: start, end. */
  bounds: Int32Array
  boundCount: number
  /** By run: the hash of its letters. */
  runHashes: Int32Array
}

export function emptyWordBuffer(room = 1024): WordBuffer {
  const letters = new Uint16Array(room)
  return {
    count: 0,
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    hashes: new Int32Array(room),
    gaps: new Uint8Array(room),
    gap: GAP.edge,
    letters,
    bytes: Buffer.from(letters.buffer),
    bounds: new Int32Array(room + BEHIND),
    boundCount: 0,
    runHashes: new Int32Array(room / 2 + BEHIND),
  }
}

/** Entries behind the last run. */
const BEHIND = 4
/** Room for longer texts to come, in code units. */
const SPARE = 65_536

/** Copies the code units of a text, on machines that store the low byte first. */
export function loadLetters(buffer: WordBuffer, text: string): Uint16Array {
  if (text.length >= buffer.letters.length) widenLetters(buffer, Math.min(text.length * 2, text.length + SPARE))
  const { letters } = buffer
  buffer.bytes.write(text, 'utf16le')
  letters[text.length] = 0
  return letters
}

export function addWord(buffer: WordBuffer, start: number, end: number, hash: number): void {
  const { count } = buffer
  if (count === buffer.starts.length) growWordBuffer(buffer)
  buffer.starts[count] = start
  buffer.ends[count] = end
  buffer.hashes[count] = hash
  buffer.gaps[count] = buffer.gap
  buffer.count = count + 1
}

/** Takes words out, as if they had never been read; what follows them stands behind a break. */
export function removeWords(buffer: WordBuffer, from: number, to: number): void {
  for (const column of [buffer.starts, buffer.ends, buffer.hashes, buffer.gaps])
    column.copyWithin(from, to, buffer.count)
  buffer.count -= to - from
  if (from < buffer.count) buffer.gaps[from] = from === 0 ? GAP.edge : Math.max(buffer.gaps[from] ?? 0, GAP.break)
}

/** A run and what ends it are two code units at least. */
function widenLetters(buffer: WordBuffer, room: number): void {
  buffer.letters = new Uint16Array(room)
  buffer.bytes = Buffer.from(buffer.letters.buffer)
  buffer.bounds = new Int32Array(room + BEHIND)
  buffer.runHashes = new Int32Array(room / 2 + BEHIND)
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
