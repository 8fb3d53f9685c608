import type { MatchedArticle } from '../../src/digest/digest.ts'
import type { Evidence } from '../../src/topic/match.ts'

export interface ArticleSketch extends Partial<Omit<MatchedArticle, 'matches' | 'passages'>> {
  /** Topic id -> phrases, looked for in title and text as they stand. */
  readonly matched?: Readonly<Record<string, readonly string[]>>
}

/** An article whose passages are its sentences and whose evidence is where its phrases first stand. */
export function sampleArticle(sketch: ArticleSketch): MatchedArticle {
  const { matched = {}, ...given } = sketch
  const title = sketch.title ?? 'A title'
  const text = sketch.text ?? 'A first sentence. A second sentence.'
  return {
    articleId: 'article-1',
    url: 'https://news.example/one',
    outlet: 'Example Post',
    firstSeenAt: Date.parse('2024-06-14T04:00:00Z'),
    labels: [],
    quality: 'full',
    ...given,
    title,
    text,
    passages: sentencesOf(text),
    matches: Object.entries(matched).map(([topicId, phrases]) => ({
      topicId,
      evidence: phrases.flatMap((phrase) => [
        ...evidenceIn('title', title, phrase),
        ...evidenceIn('body', text, phrase),
      ]),
    })),
  }
}

function sentencesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[^.!?\s][^.!?]*[.!?]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function evidenceIn(field: Evidence['field'], text: string, phrase: string): readonly Evidence[] {
  const start = text.indexOf(phrase)
  return start < 0 ? [] : [{ clause: 'any', phrase, field, start, end: start + phrase.length, words: phrase }]
}
