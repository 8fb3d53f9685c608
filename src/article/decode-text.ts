import iconv from 'iconv-lite'

/** A declaration stands at the start; pages put their meta elements a little later than the standard's 1,024 bytes. */
const headBytes = 4096

/**
 * A body as text. Its charset is told by the byte order mark, else Content-Type, else the XML declaration or meta
 * element, else it is UTF-8 when it reads as such, else windows-1252 (as the WHATWG Encoding Standard has it, which
 * also takes iso-8859-1 for windows-1252).
 */
export function decodeText(body: Uint8Array, contentType?: string): string {
  const encoding = encodingOfMark(body) ?? encodingOf(labelInHeader(contentType)) ?? encodingInside(body)
  if (encoding === 'utf-8') return new TextDecoder('utf-8').decode(body)
  if (encoding) return iconv.decode(body, encoding)
  return readUtf8(body) ?? iconv.decode(body, 'windows-1252')
}

function encodingOfMark(body: Uint8Array): string | undefined {
  const [first, second, third] = body
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

function labelInHeader(contentType = ''): string | undefined {
  return /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType)?.[1]
}

function encodingInside(body: Uint8Array): string | undefined {
  const wide = encodingOfWideStart(body)
  if (wide) return wide
  const head = iconv.decode(body.subarray(0, headBytes), 'latin1')
  const declared = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1]
  const encoding = encodingOf(declared ?? /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1])
  // A declaration that could be read byte by byte does not stand in UTF-16.
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding
}

/** UTF-16 without its mark: every other byte of `<?` or `<r` is zero. */
function encodingOfWideStart(body: Uint8Array): string | undefined {
  const [first, second, third, fourth] = body
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return 'utf-16be'
  return undefined
}

/** The name behind a label (`sjis`, `latin1`, `x-gbk`), when the Encoding Standard knows it. */
function encodingOf(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(label)
    return iconv.encodingExists(encoding) ? encoding : undefined
  } catch {
    return undefined
  }
}

function readUtf8(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return undefined
  }
}
