import { CHARACTER, characterClass, characterClasses, classOfCharacter } from './character-class.ts'
import { addWord, GAP, loadLetters, type WordBuffer } from './word-buffer.ts'

const FULL_STOP = 46
const APOSTROPHE = 39
const CURLY_APOSTROPHE = 8217
const SPACE = 32
const COMMA = 44
/** Names of this file's own, for an imported one is looked up anew for every character. */
const { invisible: INVISIBLE, hyphen: HYPHEN, other: OTHER, surrogate: SURROGATE } = CHARACTER
const { space: WHITE, lineBreak: LINE_BREAK, seenThrough: SEEN_THROUGH } = CHARACTER
const { hyphen: HYPHEN_GAP, space: SPACE_GAP, break: BREAK_GAP, edge: EDGE } = GAP
const UNDECIDED = -1
const classes = characterClasses
const ABBREVIATION = /\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])\.?/uy
const POSSESSIVE = /['’][sS](?![\p{L}\p{M}\p{N}])/uy

/**
 * Appends the words of a text. A word is letters, numbers and marks; an abbreviation with dots (U.S.); with apostrophes
 * between Cyrillic letters (здоров'я) and a final 's.
 */
export function scanWords(text: string, into: WordBuffer): void {
  const letters = loadLetters(into, text)
  if (!scanRuns(into, text.length)) {
    for (const code of letters.subarray(0, text.length + 1)) characterClass(code)
    scanRuns(into, text.length)
  }
  const { bounds } = into
  let at = nextWordStart(text, letters, 0)
  into.gap = EDGE
  for (let run = 0; at < text.length; ) {
    if (at === bounds[run]) {
      run = addPlainRuns(into, run)
      at = bounds[run] ?? 0
      if (at >= text.length) return
    }
    const end = unusualEnd(text, at, at === bounds[run] ? (bounds[run + 1] ?? 0) : at)
    addWord(into, at, end, hashLetters(letters, at, end))
    at = nextWordStart(text, letters, end)
    into.gap = gapBetween(letters, end, at)
    while ((bounds[run] ?? 0) < end) run += 2
  }
}

/** Adds runs that are words as they are, with the usual behind them; returns the first that is not. */
function addPlainRuns(into: WordBuffer, first: number): number {
  const { letters, bounds, runHashes, starts, ends, hashes, gaps } = into
  let { count, gap } = into
  let run = first
  const last = Math.min(into.boundCount, first + 2 * (starts.length - count))
  for (; run < last; run += 2) {
    const start = bounds[run] ?? 0
    const end = bounds[run + 1] ?? 0
    const behind = plainGap(letters, start, end, bounds[run + 2] ?? 0)
    if (behind === UNDECIDED) break
    starts[count] = start
    ends[count] = end
    hashes[count] = runHashes[run >> 1] ?? 0
    gaps[count++] = gap
    gap = behind
  }
  into.count = count
  into.gap = gap
  return run
}

/**
 * Finds the runs of letters and digits, most of which are a word. The ends of words cannot be foreseen, so that a loop that
 * branches at each costs the processor more than all else: this one does not branch. Says whether all characters are known.
 */
function scanRuns(into: WordBuffer, length: number): boolean {
  const { letters, bounds, runHashes } = into
  const kinds = classes
  let count = 0
  let wasInside = 0
  let hash = 0
  let doubt = 0
  for (let at = 0; at <= length; at++) {
    const code = letters[at] ?? 0
    const kind = kinds[code] ?? 0
    const isInside = kind & 1
    doubt |= kind - 1
    bounds[count] = at
    count += isInside ^ wasInside
    wasInside = isInside
    hash = (((hash << 5) | (hash >>> 27)) ^ code) & -isInside
    runHashes[count >> 1] = hash
  }
  bounds[count] = length + 1
  into.boundCount = count
  return doubt >= 0
}

/** As `scanRuns` does. */
export function hashLetters(letters: Uint16Array, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = ((hash << 5) | (hash >>> 27)) ^ (letters[at] ?? 0)
  return hash
}

/** The gap between a run and the next, when the run is a word as it is and no word stands between them. */
function plainGap(letters: Uint16Array, start: number, end: number, next: number): number {
  const code = letters[end] ?? 0
  if (code === SPACE && next === end + 1) return SPACE_GAP
  const kind = classes[code] ?? OTHER
  if (kind <= INVISIBLE || code === APOSTROPHE || code === CURLY_APOSTROPHE) return UNDECIDED
  if (code === FULL_STOP && end === start + 1) return UNDECIDED
  return judgeGap(letters, end, next)
}

/** The end of a word that goes on behind its first letters, if it does; of one that begins outside of the first plane. */
function unusualEnd(text: string, start: number, at: number): number {
  const code = text.charCodeAt(at)
  if (code === SPACE || code === COMMA) return at
  if (code === FULL_STOP && at === start + 1) {
    const end = matchEnd(ABBREVIATION, text, start)
    if (end > start) return end
  }
  const kind = characterClass(code)
  const goesOn = code === APOSTROPHE || code === CURLY_APOSTROPHE || kind <= INVISIBLE || kind === CHARACTER.surrogate
  return goesOn ? wordEnd(text, start) : at
}

function nextWordStart(text: string, letters: Uint16Array, from: number): number {
  const { length } = text
  for (let at = from; at < length; at++) {
    const code = letters[at] ?? 0
    const kind = classes[code] || characterClass(code)
    if (kind & 1) return at
    if (kind === CHARACTER.surrogate) {
      if (isWordPair(text, at) && !isMarkPair(text, at)) return at
      at++
    }
  }
  return length
}

function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const kind = characterClass(code)
    if (kind <= CHARACTER.invisible) at++
    else if (kind === CHARACTER.surrogate && isWordPair(text, at)) at += 2
    else if (code === APOSTROPHE || code === CURLY_APOSTROPHE) {
      if (!isCyrillic(text.charCodeAt(at - 1)) || !isCyrillic(text.charCodeAt(at + 1)))
        return matchEnd(POSSESSIVE, text, at)
      at += 2
    } else return at
  }
  return at
}

function isCyrillic(code: number): boolean {
  return code >= 0x400 && code <= 0x52f && characterClass(code) === CHARACTER.letter
}

function isWordPair(text: string, at: number): boolean {
  const kind = classOfCharacter(text.slice(at, at + 2))
  return kind === CHARACTER.letter || kind === CHARACTER.number || kind === CHARACTER.mark
}

function isMarkPair(text: string, at: number): boolean {
  return classOfCharacter(text.slice(at, at + 2)) === CHARACTER.mark
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function gapBetween(letters: Uint16Array, start: number, end: number): number {
  const code = letters[start] ?? 0
  const isJoining = end - start === 1 && (code === APOSTROPHE || code === CURLY_APOSTROPHE)
  if (end === start || isJoining) return HYPHEN_GAP
  const gap = judgeGap(letters, start, end)
  return gap === UNDECIDED ? BREAK_GAP : gap
}

/** Of the characters between two words; `UNDECIDED` when one of them lies outside of the first plane. */
function judgeGap(letters: Uint16Array, start: number, end: number): number {
  const first = classes[letters[start] ?? 0] ?? OTHER
  if (end - start === 1 && first !== SURROGATE) return first === HYPHEN ? HYPHEN_GAP : SPACE_GAP
  let lineBreakCount = 0
  let hasSpace = false
  let hasHyphen = false
  let isBreak = false
  for (let at = start; at < end; at++) {
    const kind = classes[letters[at] ?? 0] ?? OTHER
    if (kind === SURROGATE) return UNDECIDED
    if (kind === LINE_BREAK) lineBreakCount++
    if (kind === HYPHEN) hasHyphen = true
    else if (kind === WHITE || kind === INVISIBLE || kind === LINE_BREAK) hasSpace = true
    else if (kind !== SEEN_THROUGH) isBreak = true
  }
  // A blank line ends a paragraph; a hyphen with a space beside it is a dash.
  return isBreak || lineBreakCount > 1 || (hasHyphen && hasSpace) ? BREAK_GAP : SPACE_GAP
}
