import type { LintFinding } from './lint-finding.ts'
import { splitWords } from './split-words.ts'
import type { Topic } from './topic.ts'

interface FoldedPhrase {
  readonly phrase: string
  /** With a space on either side. */
  readonly words: string
}

/** Phrases of one topic that work against each other. */
export function lintClauses(topic: Topic): readonly LintFinding[] {
  const any = topic.any.filter(isPlain).map(foldPhrase)
  const all = topic.all.filter(isPlain).map(foldPhrase)
  const none = topic.none.filter(isPlain).map(foldPhrase)
  return [
    ...all.flatMap((phrase) => lintForbidden(topic, phrase, { none, effect: 'so it can match nothing' })),
    ...any.flatMap((phrase) => lintForbidden(topic, phrase, { none, effect: 'so it never counts' })),
    ...any.flatMap((phrase) => lintCovered(topic, phrase, any)),
  ]
}

/** Marked phrases (=X, x*, "…"~n, @id) mean other than their words. */
function isPlain(phrase: string): boolean {
  return !/^[=@"]|\*/.test(phrase.trim())
}

function foldPhrase(phrase: string): FoldedPhrase {
  const forms = splitWords(phrase).map(({ form }) => form)
  return { phrase, words: ` ${forms.join(' ')} ` }
}

function lintForbidden(
  { id }: Topic,
  { phrase, words }: FoldedPhrase,
  { none, effect }: { readonly none: readonly FoldedPhrase[]; readonly effect: string },
): readonly LintFinding[] {
  const forbidding = none.find((each) => words.includes(each.words))
  if (forbidding === undefined) return []
  const found = `“${phrase}” is asked for, and “${forbidding.phrase}” in none forbids it, ${effect}`
  return [{ fault: 'contradiction', of: id, found, advice: 'take one of the two away' }]
}

function lintCovered({ id }: Topic, phrase: FoldedPhrase, any: readonly FoldedPhrase[]): readonly LintFinding[] {
  const wider = any.find(
    (each) => each !== phrase && phrase.words.includes(each.words) && phrase.words.length > each.words.length,
  )
  if (wider === undefined) return []
  const found = `“${phrase.phrase}” in any adds nothing: “${wider.phrase}” is found wherever it is`
  return [{ fault: 'covered-clause', of: id, found, advice: 'take the longer one away' }]
}
