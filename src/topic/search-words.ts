import { foldWord } from './fold-word.ts'
import { scanWords } from './scan-words.ts'
import { emptyWordBuffer } from './word-buffer.ts'

/** Longer ones are no words, and no index takes them. */
const LONGEST_WORD = 100
/** Of one article: the index stays small whatever a page throws at it. */
const MOST_WORDS = 20_000

/** The different words of an article, folded as the topics fold them: what an index of the archive holds. */
export function searchWords({ title, body }: { readonly title: string; readonly body: string }): readonly string[] {
  const forms = new Set([...surfaceForms(title), ...surfaceForms(body)].map(foldWord))
  return [...forms].filter((form) => form !== '' && form.length <= LONGEST_WORD).slice(0, MOST_WORDS)
}

/** Words as printed, each once: most of a text repeats itself. */
function surfaceForms(text: string): ReadonlySet<string> {
  const buffer = emptyWordBuffer()
  scanWords(text, buffer)
  const forms = new Set<string>()
  for (let index = 0; index < buffer.count; index++) forms.add(text.slice(buffer.starts[index], buffer.ends[index]))
  return forms
}
