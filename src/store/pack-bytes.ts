import { promisify } from 'node:util'
import {
  constants,
  type ZstdOptions,
  zstdCompress,
  zstdCompressSync,
  zstdDecompress,
  zstdDecompressSync,
} from 'node:zlib'

const compress = promisify<Uint8Array, ZstdOptions, Uint8Array>(zstdCompress)
const decompress = promisify<Uint8Array, ZstdOptions, Uint8Array>(zstdDecompress)
/** What a zstd frame begins with (RFC 8878, 3.1.1), and no mail and no JSON does. */
const FRAME = [0x28, 0xb5, 0x2f, 0xfd] as const
/** Nearly the ratio of brotli's fifth level in a fifth of its time. */
const SMALL = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }
/** A twentieth larger, in two thirds of the time. */
const QUICK = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }
/** What is smaller is unpacked in less time than it takes to hand it to another thread. */
const LARGE = 20_000

/** Packs off this thread. */
export function packBytes(bytes: Uint8Array): Promise<Uint8Array> {
  return compress(bytes, SMALL)
}

/** Packs here and now what is known to be some hundred kilobytes: handing it to another thread would take longer. */
export function packQuickly(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, QUICK)
}

/** The bytes as they were packed; those that were stored before there was packing as they are. */
export async function unpackBytes(stored: Uint8Array): Promise<Uint8Array> {
  if (!FRAME.every((byte, index) => stored[index] === byte)) return new Uint8Array(stored)
  return new Uint8Array(stored.length < LARGE ? zstdDecompressSync(stored) : await decompress(stored, {}))
}
