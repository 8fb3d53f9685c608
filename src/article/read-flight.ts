/** One row of a page's stream: a text as it is, or something as JSON. */
export interface FlightRow {
  readonly isText: boolean
  readonly value: string
}

/** How a script of the page hands over a piece of the stream: a JavaScript string. */
const PIECE = /^[^"]{0,80}\.push\(\[1,\s*(?=")/
const ROW_START = /[\da-f]*:(?:T([\da-f]{1,7}),)?/y

/** The piece of the stream that a script holds, as it is written there; undefined when it holds none. */
export function flightPiece(script: string): string | undefined {
  const start = PIECE.exec(script)?.[0].length
  const end = script.lastIndexOf('"')
  return start === undefined || end <= start ? undefined : script.slice(start + 1, end)
}

/**
 * The rows of the stream in which React's server components send a page: `id:JSON` up to the end of the line, or
 * `id:Tlength,text`, whose length is in hexadecimal and in bytes of UTF-8. A text may go on from one script to the next.
 */
export function readFlight(stream: string): readonly FlightRow[] {
  const rows: FlightRow[] = []
  let at = 0
  while (at < stream.length) {
    ROW_START.lastIndex = at
    const start = ROW_START.exec(stream)
    const value = at + (start?.[0].length ?? 0)
    const isText = start?.[1] !== undefined
    const end = isText ? endOfBytes(stream, value, Number.parseInt(start?.[1] ?? '0', 16)) : endOfLine(stream, value)
    rows.push({ isText, value: stream.slice(value, end) })
    at = isText ? end : end + 1
  }
  return rows
}

function endOfLine(stream: string, start: number): number {
  const end = stream.indexOf('\n', start)
  return end < 0 ? stream.length : end
}

/** Where so many bytes of UTF-8 end; half of a surrogate pair counts for two of the four. */
function endOfBytes(stream: string, start: number, length: number): number {
  let left = length
  let end = start
  while (left > 0 && end < stream.length) {
    const unit = stream.charCodeAt(end)
    left -= unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3
    end += 1
  }
  return end
}
