import { normalizeText } from './normalize-text.ts'
import { flightPiece, readFlight } from './read-flight.ts'

/** A text that a page's state holds: an article's body, or one of many other things. */
export interface StateText {
  /** The name it stands under: "content", "body", "text". */
  readonly key: string
  /** HTML or plain text. */
  readonly text: string
}

/** A shorter string is a name, an address or a headline; code units. */
const MIN_LENGTH = 80
/** Looked at to tell whether a string is text: the markup before its first words may be long; code units. */
const SAMPLE_LENGTH = 4000
const MAX_TEXTS = 5000
/** Strings inside strings: a state sent in pieces of JavaScript is JSON inside JSON. */
const MAX_DEPTH = 2

/**
 * The running texts in a page's state scripts, in order, without knowing any framework: every long string that has words in
 * it. Strings that hold JSON themselves are looked into.
 */
export function readState(sources: readonly string[]): readonly StateText[] {
  const found: StateText[] = []
  const pieces = sources.map(flightPiece)
  for (const [index, source] of sources.entries()) if (pieces[index] === undefined) collectTexts(source, found, 0)
  for (const { isText, value } of readFlight(pieces.map((piece) => unescaped(piece ?? '')).join(''))) {
    if (isText) addText('', value, found, 1)
    else collectTexts(value, found, 1)
  }
  return found
}

function collectTexts(source: string, found: StateText[], depth: number): void {
  let key = ''
  let end = 0
  for (let start = source.indexOf('"'); start >= 0; start = source.indexOf('"', end + 1)) {
    end = closingQuote(source, start)
    if (end < 0 || found.length >= MAX_TEXTS) return
    if (/^\s{0,4}:/.test(source.slice(end + 1, end + 6))) key = source.slice(start + 1, end)
    else if (end - start > MIN_LENGTH) {
      addText(key, unescaped(source.slice(start + 1, end)), found, depth)
    }
  }
}

function addText(key: string, text: string, found: StateText[], depth: number): void {
  if (holdsJson(text) && depth < MAX_DEPTH) collectTexts(text, found, depth + 1)
  else if (isRunningText(text)) found.push({ key, text })
}

/** The next quote that no odd number of backslashes stands before; -1 when the string never ends. Linear over a source. */
function closingQuote(source: string, start: number): number {
  for (let end = source.indexOf('"', start + 1); end >= 0; end = source.indexOf('"', end + 1)) {
    let first = end
    while (source[first - 1] === '\\') first -= 1
    if ((end - first) % 2 === 0) return end
  }
  return -1
}

function unescaped(written: string): string {
  try {
    const text: unknown = JSON.parse(`"${written.replace(/[\n\r\t]/g, ' ')}"`)
    return typeof text === 'string' ? text : ''
  } catch {
    return ''
  }
}

function holdsJson(text: string): boolean {
  return /^[^<]{0,40}[{[]/.test(text) && /"\s*:\s*["[{]/.test(text)
}

function isRunningText(text: string): boolean {
  const words = normalizeText(text.slice(0, SAMPLE_LENGTH).replace(/<[^>]{0,300}>/g, ' '))
  return words.length >= MIN_LENGTH / 2 && (/\p{L}{2,}(?: \S+){5}/u.test(words) || /[。！？]/.test(words))
}
