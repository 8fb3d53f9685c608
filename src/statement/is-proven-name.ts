import { foldName } from '../person/fold-name.ts'
import type { Phrase } from './phrase.ts'
import type { Report } from './report.ts'
import type { Token } from './token.ts'
import { WORD } from './word-class.ts'

/** A single capital at the start of a sentence proves no name; an office beside it does, and having been met before. */
export function isProvenName(report: Report, phrase: Phrase): boolean {
  const { tokens, cast, lexicon } = report
  const { surface, role } = phrase
  if (role !== undefined) return true
  const isMet = cast.actors.has(foldName(tokens[surface.to - 1]?.word ?? '', cast.language))
  if (lexicon.language.capitalNouns) return isMet
  return isMet || surface.to - surface.from > 1 || isCapitalByItself(report, surface.from)
}

/** Met inside a sentence with its capital, and no word of the language's own lists. */
function isCapitalByItself({ tokens, cast }: Report, at: number): boolean {
  const token = tokens[at]
  return token !== undefined && !isListed(token) && cast.capitals.has(token.word)
}

function isListed({ classes }: Token): boolean {
  return (classes & (WORD.ADVERB | WORD.BOUNDARY | WORD.CUE | WORD.UNREAL | WORD.AUXILIARY)) !== 0
}
