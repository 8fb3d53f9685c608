import { describePlace } from './describe-evidence.ts'
import type { Evidence, Match } from './match.ts'
import type { MatchedText } from './matched-text.ts'

const SHOWN_PHRASES = 4

/** Why a text matches, in one line: `peace offer “peace offers” (title), Ukraine “Україна” (paragraph 2)`. */
export function describeMatch({ evidence, score }: Match, text: MatchedText): string {
  const byPhrase = new Map<string, Evidence>()
  for (const each of evidence) if (!byPhrase.has(each.phrase)) byPhrase.set(each.phrase, each)
  const shown = [...byPhrase.values()].slice(0, SHOWN_PHRASES)
  const parts = shown.map((each) => `${each.phrase} “${onOneLine(each.words)}” (${describePlace(each, text)})`)
  const restCount = byPhrase.size - shown.length
  const rest = restCount > 0 ? [`${restCount} more`] : []
  return [...parts, ...rest, ...(score === undefined ? [] : [`score ${score}`])].join(', ')
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ')
}
