import type { NewFact } from '../story/story-index.ts'
import { cutPassage } from './cut-passage.ts'
import type { MatchedArticle, Run } from './digest.ts'

/** What tells a reader most comes first. */
const KINDS: readonly NewFact['kind'][] = ['statement', 'number', 'place', 'actor']

/** The passage that has what none of the story's earlier articles had, that fact marked; empty without one. */
export function composeNewsSnippet(article: Pick<MatchedArticle, 'text' | 'newFacts'>): readonly Run[] {
  const { text } = article
  const fact = leadingFact(article)
  if (fact === undefined) return []
  const passage = { start: fact.start, end: Math.min(fact.end, text.length) }
  const at = text.slice(passage.start, passage.end).indexOf(fact.words)
  const start = passage.start + at
  const marks = at < 0 || fact.words === '' ? [] : [{ start, end: start + fact.words.length }]
  return cutPassage(text, { passage, next: undefined, marks })
}

/** What the snippet of a follow-up shows. */
export function leadingFact({ newFacts = [] }: Pick<MatchedArticle, 'newFacts'>): NewFact | undefined {
  return newFacts.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.start - b.start)[0]
}
