import type { Evidence, MatchField } from '../topic/match.ts'
import { cleanLine } from './clean-line.ts'
import { joinWords } from './join-words.ts'
import { shorten } from './shorten.ts'

const SHOWN_PER_FIELD = 3
const WORDS_LENGTH = 40

/** What a reader calls a field, in the order a reason names them. */
const PLACES: readonly (readonly [field: MatchField, place: string])[] = [
  ['title', 'title'],
  ['body', 'text'],
  ['speaker', 'speaker'],
  ['author', 'author'],
  ['outlet', 'outlet'],
  ['url', 'address'],
  ['lang', 'language'],
]

/** Why an item is here: `Matches “peace offer” (title), “cease-fire” and “Ukraine” (text)`. A phrase is told once. */
export function composeReason(evidence: readonly Evidence[]): string {
  const ordered = evidence.toSorted((a, b) => a.start - b.start)
  const told = new Set<string>()
  const fields: string[] = []
  for (const [field, place] of PLACES) {
    const inField = ordered.filter((each) => each.field === field && !told.has(each.phrase))
    if (inField.length > 0) fields.push(`${listWords(inField)} (${place})`)
    for (const { phrase } of inField) told.add(phrase)
  }
  return fields.length === 0 ? '' : `Matches ${fields.join(', ')}`
}

/** One example of every phrase, as the article prints it, in the order of the article. */
function listWords(evidence: readonly Evidence[]): string {
  const byPhrase = new Map<string, string>()
  for (const { phrase, words } of evidence) {
    if (!byPhrase.has(phrase)) byPhrase.set(phrase, shorten(cleanLine(words), WORDS_LENGTH))
  }
  const words = [...new Set(byPhrase.values())]
  const shown = words.slice(0, SHOWN_PER_FIELD).map((each) => `“${each}”`)
  const rest = words.length - shown.length
  return joinWords(rest > 0 ? [...shown, `${rest} more`] : shown)
}
