import type { Statement } from '../../src/statement/statement.ts'

/** A statement of these words by this speaker, where the text has them. */
export function sampleStatement(
  text: string,
  words: string,
  sketch: Partial<Omit<Statement, 'speaker'>> & { readonly speaker?: Partial<Statement['speaker']> } = {},
): Statement {
  const start = Math.max(0, text.indexOf(words))
  const { speaker, ...given } = sketch
  const name = speaker?.name ?? 'Viktor Example'
  return {
    kind: 'direct',
    field: 'body',
    start,
    end: start + words.length,
    text: words,
    cue: 'said',
    confidence: 0.9,
    carriedBy: [],
    ...given,
    speaker: { surface: name, name, kind: 'person', resolvedBy: 'name', ...speaker },
  }
}
