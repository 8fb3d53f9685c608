import type { BlockMark } from '../article/mark-blocks.ts'

/** Bytes of one mark: 8 of its text, 4 of its place, 4 of its length with two flags below. */
const MARK_BYTES = 16
const KEPT = 1
const QUOTE = 2

/** Marks as bytes: a fifth of what JSON takes, and pages have hundreds. */
export function packMarks(marks: readonly BlockMark[]): Uint8Array {
  const packed = Buffer.alloc(marks.length * MARK_BYTES)
  for (const [index, mark] of marks.entries()) {
    const at = index * MARK_BYTES
    packed.write(mark.text, at, 8, 'hex')
    packed.write(mark.place, at + 8, 4, 'hex')
    const flags = (mark.isKept ? KEPT : 0) + (mark.isQuote ? QUOTE : 0)
    packed.writeUInt32LE(mark.length * 4 + flags, at + 12)
  }
  return packed
}

/**
 * The marks of several pages, without those of blocks that none of the pages keeps: menus and lists, nine tenths of them.
 * They are told apart by the first bytes of their texts, before anything is unpacked.
 */
export function unpackMarks(pages: readonly Uint8Array[]): readonly (readonly BlockMark[])[] {
  const buffers = pages.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))
  const kept = new Set<number>()
  for (const buffer of buffers) {
    for (let at = 0; at < buffer.length; at += MARK_BYTES) if (isKept(buffer, at)) kept.add(buffer.readUInt32LE(at))
  }
  return buffers.map((buffer) => {
    const marks: BlockMark[] = []
    for (let at = 0; at < buffer.length; at += MARK_BYTES)
      if (kept.has(buffer.readUInt32LE(at))) marks.push(unpackMark(buffer, at))
    return marks
  })
}

function isKept(buffer: Buffer, at: number): boolean {
  return (buffer.readUInt32LE(at + 12) & KEPT) !== 0
}

function unpackMark(buffer: Buffer, at: number): BlockMark {
  const measure = buffer.readUInt32LE(at + 12)
  return {
    text: buffer.toString('hex', at, at + 8),
    place: buffer.toString('hex', at + 8, at + 12),
    length: measure >>> 2,
    isKept: (measure & KEPT) !== 0,
    isQuote: (measure & QUOTE) !== 0,
  }
}
