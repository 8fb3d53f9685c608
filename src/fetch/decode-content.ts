import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import type { FetchFailure } from '../feed/fetch-outcome.ts'

type Decoder = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const gunzip: Decoder = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.gunzip)
const inflate: Decoder = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.inflate)
const inflateRaw: Decoder = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.inflateRaw)
const unbrotli: Decoder = promisify<Uint8Array, zlib.BrotliOptions, Uint8Array>(zlib.brotliDecompress)
const unzstd: Decoder = promisify<Uint8Array, zlib.ZstdOptions, Uint8Array>(zlib.zstdDecompress)

export type DecodedContent =
  | { readonly kind: 'decoded'; readonly body: Uint8Array }
  | { readonly kind: 'failed'; readonly failure: FetchFailure }

/** Nobody packs a body more often; a longer label is there to make work. */
const maxLayerCount = 3

/** What `Accept-Encoding` may say: all that `decodeContent` reads well. */
export const acceptEncoding = 'gzip, br, zstd'

/**
 * Undoes Content-Encoding (RFC 9110, 8.4). Servers mislabel: a body that is sent plain under a label, and gzip that
 * is sent without one, are read as what they are.
 */
export async function decodeContent(
  body: Uint8Array,
  label: string | undefined,
  maxBytes: number,
): Promise<DecodedContent> {
  let decoded = body
  try {
    for (const decode of decodersOf(body, label)) decoded = await decode(decoded, { maxOutputLength: maxBytes })
  } catch (error) {
    return looksPlain(body) ? { kind: 'decoded', body } : { kind: 'failed', failure: failureOf(error, maxBytes) }
  }
  return { kind: 'decoded', body: decoded }
}

function decodersOf(body: Uint8Array, label = ''): Decoder[] {
  const names = label
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length === 0) return isGzip(body) ? [gunzip] : []
  return names
    .slice(-maxLayerCount)
    .reverse()
    .flatMap((name) => decoderOf(name) ?? [])
}

function decoderOf(name: string): Decoder | undefined {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return gunzip
    case 'br':
      return unbrotli
    case 'zstd':
      return unzstd
    case 'deflate':
      return undeflate
    default:
      return undefined
  }
}

/** RFC 9110, 8.4.1.2 means zlib by `deflate`; some servers send the bare stream. */
function undeflate(body: Uint8Array, options: { maxOutputLength: number }): Promise<Uint8Array> {
  return isZlib(body) ? inflate(body, options) : inflateRaw(body, options)
}

function isGzip(body: Uint8Array): boolean {
  return body[0] === 0x1f && body[1] === 0x8b
}

/** RFC 1950, 2.2: method 8 and a header that divides by 31. */
function isZlib(body: Uint8Array): boolean {
  const [first = 0, second = 0] = body
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
}

/** Starts like a document: blanks or a byte order mark, then `<` or `{`. */
function looksPlain(body: Uint8Array): boolean {
  return /^\s*[<{]/.test(new TextDecoder().decode(body.subarray(0, 64)))
}

function failureOf(error: unknown, maxBytes: number): FetchFailure {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ERR_BUFFER_TOO_LARGE')
    return { code: 'too-large', message: `more than ${maxBytes} bytes when unpacked` }
  if (code === 'Z_BUF_ERROR') return { code: 'truncated', message: 'the packed body ends too early' }
  return {
    code: 'unreadable',
    message: `the packed body is damaged: ${error instanceof Error ? error.message : error}`,
  }
}
