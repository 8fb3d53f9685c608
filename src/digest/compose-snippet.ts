import type { Evidence } from '../topic/match.ts'
import { cutPassage } from './cut-passage.ts'
import type { MatchedArticle, Run } from './digest.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * One or two sentences round the best evidence of the text, at most 240 characters, the matching words marked. With
 * evidence in the title alone, the first sentences.
 * @param show the phrase whose sentence is the best, where it stands in the text
 */
export function composeSnippet(
  article: Pick<MatchedArticle, 'text' | 'passages'>,
  evidence: readonly Evidence[],
  show?: string,
): readonly Run[] {
  const { text } = article
  const marks = evidence.filter((each) => each.field === 'body').toSorted((a, b) => a.start - b.start)
  const passages = article.passages.length > 0 ? article.passages : [{ start: 0, end: text.length }]
  const best = bestPassage(passages, marks, show)
  return cutPassage(text, { passage: passages[best] ?? { start: 0, end: 0 }, next: passages[best + 1], marks })
}

/**
 * The passage that holds the phrase to show, then the most different phrases; of equals the first. Both lists run by
 * offset: one walk.
 */
function bestPassage(passages: readonly Span[], marks: readonly Evidence[], show: string | undefined): number {
  let best = 0
  let bestCount = 0
  let from = 0
  for (const [index, passage] of passages.entries()) {
    const phrases = new Set<string>()
    for (let mark = marks[from]; mark !== undefined && mark.start < passage.end; mark = marks[++from]) {
      if (mark.start >= passage.start) phrases.add(mark.phrase)
    }
    const count = phrases.size + (show !== undefined && phrases.has(show) ? marks.length : 0)
    if (count > bestCount) {
      best = index
      bestCount = count
    }
  }
  return best
}
