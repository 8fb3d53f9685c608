import type { Block } from '../article/reading.ts'

/** A quotation as printed, by offsets into the text, with its marks. */
export interface Quote {
  readonly start: number
  readonly end: number
  /** Without its marks and the spaces beside them. */
  readonly innerStart: number
  readonly innerEnd: number
  /** Not closed in its paragraph: the next begins with a mark again and goes on. */
  readonly runsOn: boolean
  readonly wordCount: number
  /** Its first word has a small letter. */
  readonly isLower: boolean
  /** Its last character is a comma or an end of speech. */
  readonly isStopped: boolean
}

const DOUBLE = /["“”„‟«»‹›‘'’‚]/g
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”“',
  '“': '”"“',
  '”': '”"',
  '„': '“”"',
  '‟': '”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
}
const SINGLE = "‘'‚"
const OPENS_AFTER = /[\s([{—–\-/'’>…:;,.„“"«]/u
const ENDS_SPEECH = /[,.!?…;:]/u
const OPENS_PARAGRAPH = /^\s*["“„«‘»”]/u
/** A single mark is as often an apostrophe: so few words are not believed. */
const MIN_SINGLE_WORDS = 4
const MAX_NESTING = 3
/** Marks looked at for the end of one quotation, so that the whole stays linear. */
const MAX_MARKS = 60

/** The quotations of each block, outermost only, tolerant of mixed marks. */
export function pairQuotes(text: string, blocks: readonly Block[]): readonly Quote[] {
  const starts = new Set(blocks.map(({ start }) => start))
  const parts = blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    const goesOn = next !== undefined && OPENS_PARAGRAPH.test(text.slice(next.start, next.start + 4))
    return pairInBlock(text, block, goesOn)
  })
  return joinRunning(parts, starts)
}

/** A quotation that opens every paragraph and closes the last is one. */
function joinRunning(parts: readonly Quote[], starts: ReadonlySet<number>): readonly Quote[] {
  const joined: Quote[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    if (before?.runsOn !== true) joined.push(part)
    else if (starts.has(part.start))
      joined[joined.length - 1] = { ...part, ...startOf(before), wordCount: before.wordCount + part.wordCount }
    else joined[joined.length - 1] = part
  }
  return joined.filter(({ runsOn }) => !runsOn)
}

function startOf({ start, innerStart, isLower }: Quote): Pick<Quote, 'start' | 'innerStart' | 'isLower'> {
  return { start, innerStart, isLower }
}

function pairInBlock(text: string, block: Block, goesOn: boolean): readonly Quote[] {
  const marks = [...text.slice(block.start, block.end).matchAll(DOUBLE)].map(({ index }) => block.start + index)
  const quotes: Quote[] = []
  for (let at = 0; at < marks.length; at++) {
    const start = marks[at] ?? 0
    const mark = text[start] ?? ''
    if (!isOpening(text, start, block)) continue
    const close = findClose(text, marks, at)
    if (close === undefined) {
      if (goesOn && !SINGLE.includes(mark) && !hasMarkAfter(text, marks, at)) quotes.push(openQuote(text, start, block))
      continue
    }
    const quote = closedQuote(text, start, (marks[close] ?? start) + 1)
    if (SINGLE.includes(mark) && quote.wordCount < MIN_SINGLE_WORDS) continue
    quotes.push(quote)
    at = close
  }
  return quotes
}

function isOpening(text: string, at: number, block: Block): boolean {
  const mark = text[at] ?? ''
  const before = at === block.start ? ' ' : (text[at - 1] ?? ' ')
  const after = text[at + 1] ?? ' '
  if (CLOSERS[mark] === undefined || at + 1 >= block.end) return false
  if (SINGLE.includes(mark)) return /[\s([—–:]/u.test(before) && /[\p{L}\p{N}[(…]/u.test(after)
  if (mark === '«' || mark === '„') return true
  return OPENS_AFTER.test(before) && (!/\s/u.test(after) || mark === '»')
}

/** The place in `marks` of what closes the mark there. */
function findClose(text: string, marks: readonly number[], from: number): number | undefined {
  const mark = text[marks[from] ?? 0] ?? ''
  if (SINGLE.includes(mark)) return findSingleClose(text, marks, from)
  const closers = CLOSERS[mark] ?? ''
  let depth = 1
  const last = Math.min(marks.length, from + MAX_MARKS)
  let first: number | undefined
  for (let at = from + 1; at < last; at++) {
    const found = text[marks[at] ?? 0] ?? ''
    if (found === mark && !closers.includes(found) && depth < MAX_NESTING) depth++
    if (!closers.includes(found) || !isClosing(text, marks[at] ?? 0, found)) continue
    first ??= at
    depth--
    if (depth === 0) return at
  }
  return first
}

function isClosing(text: string, at: number, mark: string): boolean {
  if (mark === '»' || mark === '”') return true
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  return !/\s/u.test(before) || !/[\p{L}\p{N}]/u.test(after)
}

/** An apostrophe is no end: what closes stands before no letter and, to be sure, beside a mark. */
function findSingleClose(text: string, marks: readonly number[], from: number): number | undefined {
  const closers = CLOSERS[text[marks[from] ?? 0] ?? ''] ?? ''
  const last = Math.min(marks.length, from + MAX_MARKS)
  for (let at = from + 1; at < last; at++) {
    const place = marks[at] ?? 0
    if (!closers.includes(text[place] ?? ' ') || /[\p{L}\p{N}]/u.test(text[place + 1] ?? ' ')) continue
    if (ENDS_SPEECH.test(text[place - 1] ?? '') || ENDS_SPEECH.test(text[place + 1] ?? '')) return at
  }
  return undefined
}

function hasMarkAfter(text: string, marks: readonly number[], at: number): boolean {
  const next = marks[at + 1]
  return next !== undefined && !"‘'’".includes(text[next] ?? '')
}

function openQuote(text: string, start: number, block: Block): Quote {
  return { ...closedQuote(text, start, block.end), innerEnd: block.end, runsOn: true }
}

function closedQuote(text: string, start: number, end: number): Quote {
  const inner = text.slice(start + 1, end - 1)
  const innerStart = start + 1 + (inner.length - inner.trimStart().length)
  const innerEnd = end - 1 - (inner.length - inner.trimEnd().length)
  return {
    start,
    end,
    innerStart,
    innerEnd,
    runsOn: false,
    wordCount: countWords(inner),
    isLower: /^\s*\p{Ll}/u.test(inner),
    isStopped: ENDS_SPEECH.test(text[innerEnd - 1] ?? ''),
  }
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
}
