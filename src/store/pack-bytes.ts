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
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }

/** What is smaller is packed in less time than it takes to hand it to another thread. */
const LARGE = 200_000

/** Packs what is large off this thread. */
export async function packBytes(bytes: Uint8Array): Promise<Uint8Array> {
  return bytes.length < LARGE ? zstdCompressSync(bytes, PACKING) : compress(bytes, PACKING)
}

/** The bytes as they were packed; those that were stored before there was packing as they are. */
export async function unpackBytes(stored: Uint8Array): Promise<Uint8Array> {
  if (!FRAME.every((byte, index) => stored[index] === byte)) return new Uint8Array(stored)
  return new Uint8Array(stored.length < LARGE / 10 ? zstdDecompressSync(stored) : await decompress(stored, {}))
}
