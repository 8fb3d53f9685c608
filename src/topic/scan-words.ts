import { CHARACTER, characterClass, characterClasses, classOfCharacter } from './character-class.ts'
import { addWord, GAP, loadLetters, type WordBuffer } from './word-buffer.ts'

const FULL_STOP = 46
const APOSTROPHE = 39
const CURLY_APOSTROPHE = 8217
const SPACE = 32
const COMMA = 44
/** Names of this file's own, for an imported one is looked up anew for every character. */
const { letter: LETTER, number: NUMBER, invisible: INVISIBLE } = CHARACTER
const { space: SPACE_GAP } = GAP
const classes = characterClasses
const ABBREVIATION = /\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])\.?/uy
const POSSESSIVE = /['’][sS](?![\p{L}\p{M}\p{N}])/uy

/**
 * Appends the words of a text. A word is letters, numbers and marks; an abbreviation with dots (U.S.); with apostrophes
 * between Cyrillic letters (здоров'я) and a final 's. One pass, every character looked at once or twice.
 */
export function scanWords(text: string, into: WordBuffer): void {
  const letters = loadLetters(into, text)
  const { length } = text
  let gap: number = GAP.edge
  for (let at = nextWordStart(text, letters, 0); at < length; ) {
    const start = at
    let code = letters[at] ?? 0
    let hash = 0
    // Most words are nothing but letters: they are gone through once. The 0 behind the text ends the last of them.
    while ((classes[code] || characterClass(code)) <= INVISIBLE) {
      hash = (Math.imul(hash, 31) + code) | 0
      code = letters[++at] ?? 0
    }
    if (code === SPACE && isPlain(letters[at + 1] ?? 0)) {
      addWord(into, start, at++, hash, gap)
      gap = SPACE_GAP
    } else {
      const end = unusualEnd(text, start, at)
      for (; at < end; at++) hash = (Math.imul(hash, 31) + (letters[at] ?? 0)) | 0
      addWord(into, start, end, hash, gap)
      at = nextWordStart(text, letters, end)
      gap = gapBetween(text, end, at)
    }
  }
}

/** Whether a word begins with it, so that nothing else need be looked at. */
function isPlain(code: number): boolean {
  const kind = classes[code] || characterClass(code)
  return kind === LETTER || kind === NUMBER
}

/** The end of a word that goes on behind its first letters. */
function unusualEnd(text: string, start: number, at: number): number {
  const code = text.charCodeAt(at)
  if (code === SPACE || code === COMMA) return at
  if (code === FULL_STOP && at === start + 1) {
    const end = matchEnd(ABBREVIATION, text, start)
    if (end > start) return end
  }
  return code === APOSTROPHE || code === CURLY_APOSTROPHE || characterClass(code) === CHARACTER.surrogate
    ? wordEnd(text, start)
    : at
}

function nextWordStart(text: string, letters: Uint16Array, from: number): number {
  const { length } = text
  for (let at = from; at < length; at++) {
    const code = letters[at] ?? 0
    const kind = classes[code] || characterClass(code)
    if (kind === LETTER || kind === NUMBER) return at
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

function gapBetween(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start)
  if (end - start === 0) return GAP.hyphen
  if (end - start > 1) return judgeGap(text, start, end)
  const isJoining = code === APOSTROPHE || code === CURLY_APOSTROPHE || characterClass(code) === CHARACTER.hyphen
  return isJoining ? GAP.hyphen : GAP.space
}

function judgeGap(text: string, start: number, end: number): number {
  let lineBreakCount = 0
  let hasSpace = false
  let hasHyphen = false
  for (let at = start; at < end; at++) {
    const kind = characterClass(text.charCodeAt(at))
    if (kind === CHARACTER.lineBreak) lineBreakCount++
    if (kind === CHARACTER.hyphen) hasHyphen = true
    else if (kind === CHARACTER.space || kind === CHARACTER.invisible || kind === CHARACTER.lineBreak) hasSpace = true
    else if (kind !== CHARACTER.seenThrough) return GAP.break
  }
  // A blank line ends a paragraph; a hyphen with a space beside it is a dash.
  return lineBreakCount > 1 || (hasHyphen && hasSpace) ? GAP.break : GAP.space
}
