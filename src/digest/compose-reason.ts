import type { Evidence, MatchField } from '../topic/match.ts'
import { cleanLine } from './clean-line.ts'
import { joinWords } from './join-words.ts'
import { shorten } from './shorten.ts'

const SHOWN_PER_FIELD = 3
const WORDS_LENGTH = 40

/** Why an item is here: `Matches “peace offer” (title), “cease-fire” and “Ukraine” (text)`. */
export function composeReason(evidence: readonly Evidence[]): string {
  const fields = [
    listWords(wordsIn(evidence, 'title', new Set()), 'title'),
    listWords(wordsIn(evidence, 'body', phrasesIn(evidence, 'title')), 'text'),
  ].filter((words) => words !== '')
  return fields.length === 0 ? '' : `Matches ${fields.join(', ')}`
}

function phrasesIn(evidence: readonly Evidence[], field: MatchField): ReadonlySet<string> {
  return new Set(evidence.filter((each) => each.field === field).map((each) => each.phrase))
}

/** One example of every phrase, as the article prints it, in the order of the article. */
function wordsIn(evidence: readonly Evidence[], field: MatchField, known: ReadonlySet<string>): readonly string[] {
  const byPhrase = new Map<string, string>()
  const ordered = evidence.filter((each) => each.field === field).toSorted((a, b) => a.start - b.start)
  for (const { phrase, words } of ordered) {
    if (!known.has(phrase) && !byPhrase.has(phrase)) byPhrase.set(phrase, shorten(cleanLine(words), WORDS_LENGTH))
  }
  return [...new Set(byPhrase.values())]
}

function listWords(words: readonly string[], place: string): string {
  if (words.length === 0) return ''
  const shown = words.slice(0, SHOWN_PER_FIELD).map((each) => `“${each}”`)
  const rest = words.length - shown.length
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown
  return `${joinWords(parts)} (${place})`
}
