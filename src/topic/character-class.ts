/** What a UTF-16 code unit does to words. With an odd one words begin; up to `invisible`, they go on. */
export const CHARACTER = {
  unknown: 0,
  letter: 1,
  mark: 2,
  number: 3,
  /** Soft hyphens and zero-width characters: part of a word they stand in, a space elsewhere. */
  invisible: 4,
  space: 6,
  lineBreak: 8,
  hyphen: 10,
  /** Quote marks and brackets, through which a phrase goes on. */
  seenThrough: 12,
  /** The first half of a character outside of the first plane. */
  surrogate: 14,
  other: 16,
} as const

const TESTS: readonly (readonly [RegExp, number])[] = [
  [/[\u00ad\u200b-\u200d\u2060\ufeff]/, CHARACTER.invisible],
  [/[\n\u2028\u2029]/, CHARACTER.lineBreak],
  [/[-‐‑‒–—−]/, CHARACTER.hyphen],
  [/["'‘’‚‛“”„‟«»‹›`´()[\]{}]/, CHARACTER.seenThrough],
  [/\p{L}/u, CHARACTER.letter],
  [/\p{N}/u, CHARACTER.number],
  [/\p{M}/u, CHARACTER.mark],
  [/\p{White_Space}/u, CHARACTER.space],
  [/[\ud800-\udbff]/, CHARACTER.surrogate],
]

/** By code unit; filled as characters are met, `unknown` before. */
export const characterClasses = new Uint8Array(65_536)

export function characterClass(code: number): number {
  const known = characterClasses[code] ?? CHARACTER.other
  return known === CHARACTER.unknown ? learnClass(code) : known
}

/** Of a whole character outside of the first plane. */
export function classOfCharacter(character: string): number {
  return TESTS.find(([pattern]) => pattern.test(character))?.[1] ?? CHARACTER.other
}

function learnClass(code: number): number {
  const learnt = classOfCharacter(String.fromCharCode(code))
  characterClasses[code] = learnt
  return learnt
}
