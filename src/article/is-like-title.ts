import { foldText } from './normalize-text.ts'

/** Whether two titles speak of the same: a third of the longer words of one stand in the other. */
export function isLikeTitle(one: string, other: string): boolean {
  const words = wordsOf(one)
  const others = wordsOf(other)
  const shared = [...others].filter((word) => words.has(word)).length
  return shared >= Math.max(1, Math.min(words.size, others.size) / 3)
}

/** Words that name things: not the small ones. Writing without spaces gives pairs of letters. */
function wordsOf(title: string): ReadonlySet<string> {
  const folded = foldText(title)
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(folded))
    return new Set([...folded].map((letter, index, letters) => letter + (letters[index + 1] ?? '')))
  const words = folded.split(' ').filter((word) => word !== '')
  const long = words.filter((word) => word.length >= 4)
  return new Set(long.length > 0 ? long : words)
}
