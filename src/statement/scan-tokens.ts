import { knownWord } from './known-word.ts'
import type { KnownWord, Lexicon } from './lexicon.ts'
import type { Quote } from './pair-quotes.ts'
import type { Token } from './token.ts'
import { isSpace, wordEnd } from './word-end.ts'

export interface ScanInput {
  readonly text: string
  readonly blocks: readonly { readonly start: number; readonly end: number }[]
  readonly passages: readonly { readonly end: number }[]
  readonly quotes: readonly Quote[]
}

/** A colon so early in a paragraph ends a label or a speaker's name. */
const MAX_LABEL = 7
const QUOTATION: KnownWord = { word: '', classes: 0, isWord: false, isCapital: false, isAcronym: false }
/** A verb with its pronoun behind, as French inverts them: "affirme-t-elle". */
const WITH_PRONOUN = /^(\p{L}+?)(?:-t)?-(ils?|elles?|on)$/iu

/** Cuts the text into tokens, quotations whole. Sentences end where passages do, but for ends inside a quotation. */
export function scanTokens(input: ScanInput, lexicon: Lexicon): readonly Token[] {
  const scan = { ...input, lexicon, tokens: [] as Token[], sentence: 0, passage: 0, quote: 0, blockStart: 0 }
  for (const [block, { start, end }] of input.blocks.entries()) {
    scan.sentence++
    let at = Math.max(start, scan.tokens.at(-1)?.end ?? 0)
    scan.blockStart = scan.tokens.length
    while (scan.quote < input.quotes.length) {
      const quote = input.quotes[scan.quote]
      if (quote === undefined || quote.start >= end) break
      scanPlain(scan, { from: at, to: quote.start, block })
      pushToken(scan, QUOTATION, { start: quote.start, end: quote.end, block, quote })
      at = quote.end
      scan.quote++
    }
    scanPlain(scan, { from: at, to: end, block })
  }
  return scan.tokens
}

interface Scan extends ScanInput {
  readonly lexicon: Lexicon
  readonly tokens: Token[]
  sentence: number
  passage: number
  quote: number
  /** The index of the block's first token. */
  blockStart: number
}

function scanPlain(scan: Scan, { from, to, block }: { from: number; to: number; block: number }): void {
  const { text } = scan
  for (let at = from; at < to; ) {
    if (isSpace(text.charCodeAt(at))) {
      at++
      continue
    }
    const end = Math.min(wordEnd(text, at), to)
    pushPiece(scan, text.slice(at, end), { start: at, block })
    at = end
  }
}

function pushPiece(scan: Scan, printed: string, { start, block }: { start: number; block: number }): void {
  const end = start + printed.length
  const known = knownWord(scan.lexicon, printed)
  const inverted = known.word.includes('-') ? WITH_PRONOUN.exec(printed) : null
  if (inverted === null) {
    pushToken(scan, known, { start, end, block })
    return
  }
  const verb = inverted[1] ?? ''
  const pronoun = inverted[2] ?? ''
  pushToken(scan, knownWord(scan.lexicon, verb), { start, end: start + verb.length, block })
  pushToken(scan, knownWord(scan.lexicon, pronoun), { start: end - pronoun.length, end, block })
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly block: number
  readonly quote?: Quote
}

function pushToken(scan: Scan, { word, classes, isWord, isCapital, isAcronym }: KnownWord, piece: Piece): void {
  if (endsPassage(scan, piece.start)) scan.sentence++
  const { start, end, block, quote } = piece
  const endBlock = quote === undefined ? block : endBlockOf(scan, block, end)
  const { sentence } = scan
  const token = { start, end, word, classes, isWord, isCapital, isAcronym, sentence, block, endBlock }
  scan.tokens.push(quote === undefined ? token : { ...token, quote })
  if (word === ':' && scan.tokens.length - scan.blockStart <= MAX_LABEL) scan.sentence++
}

function endBlockOf({ blocks }: Scan, block: number, end: number): number {
  let at = block
  while ((blocks[at + 1]?.start ?? end) < end) at++
  return at
}

/** Whether a passage ended between the token before and here. */
function endsPassage(scan: Scan, start: number): boolean {
  const before = scan.tokens.at(-1)?.end ?? 0
  let ends = false
  for (; (scan.passages[scan.passage]?.end ?? Number.POSITIVE_INFINITY) <= start; scan.passage++) {
    if ((scan.passages[scan.passage]?.end ?? 0) >= before) ends = true
  }
  return ends && !endsWithInitial(scan)
}

/** "Jane A. Example": the letter's full stop ends no sentence. */
function endsWithInitial({ tokens, blockStart }: Scan): boolean {
  const at = tokens.length - 1
  const letter = tokens[at - 1]
  if (at - 2 < blockStart || tokens[at]?.word !== '.' || letter === undefined || letter.end - letter.start > 1)
    return false
  return letter.isCapital && tokens[at - 2]?.isCapital === true && tokens[at - 2]?.isAcronym === false
}
