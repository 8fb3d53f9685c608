import type { QueryWord } from './query.ts'
import type { QueryMistake } from './query-mistake.ts'
import type { QueryToken } from './query-token.ts'
import { splitWords } from './split-words.ts'
import { GAP } from './word-buffer.ts'

const SHORTEST_PREFIX = 3

/** The words of one phrase, from the pieces of a query that make it up. */
export function phraseWords(
  source: string,
  tokens: readonly QueryToken[],
): { readonly words: readonly QueryWord[]; readonly mistakes: readonly QueryMistake[] } {
  const words: QueryWord[] = []
  const mistakes: QueryMistake[] = []
  for (const token of tokens) {
    if (token.kind !== 'word' && token.kind !== 'quoted') continue
    const found = wordsOf(token)
    const mistake = mistakeIn(source, token, found)
    if (mistake !== undefined) mistakes.push(mistake)
    words.push(...found)
  }
  return { words, mistakes }
}

function wordsOf({ text, how }: QueryToken & { readonly kind: 'word' | 'quoted' }): readonly QueryWord[] {
  const split = splitWords(text.replaceAll('*', ' '))
  return split.map((word, index) => ({
    text: text.slice(word.start, word.end),
    how: how === 'prefix' && index < split.length - 1 ? 'stem' : starred(text, word.end) ? 'prefix' : how,
    gap: index > 0 && word.gap === GAP.hyphen ? 'hyphen' : index > 0 && word.gap === GAP.break ? 'break' : 'space',
  }))
}

/** Within quote marks, a word may end in a star as well. */
function starred(text: string, end: number): boolean {
  return text.charAt(end) === '*'
}

function mistakeIn(
  source: string,
  { start, end, kind }: QueryToken,
  words: readonly QueryWord[],
): QueryMistake | undefined {
  const got = source.slice(start, end)
  const meant = { '&&': 'AND', '&': 'AND', '||': 'OR', '|': 'OR', '!': 'NOT' }[got]
  if (words.length === 0) {
    const expected = kind === 'quoted' ? 'words between the quote marks' : 'a word with a letter or a digit'
    return { start, end, expected, got, ...(meant !== undefined && { suggestion: meant }) }
  }
  const short = words.find(({ text, how }) => how === 'prefix' && [...text].length < SHORTEST_PREFIX)
  if (short === undefined) return undefined
  return { start, end, expected: `at least ${SHORTEST_PREFIX} letters before *`, got, suggestion: short.text }
}
