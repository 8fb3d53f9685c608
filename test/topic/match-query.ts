import type { Evidence } from '../../src/topic/match.ts'
import { compileTopics, matchTopics } from '../../src/topic/match-topics.ts'
import type { MatchedText } from '../../src/topic/matched-text.ts'
import type { Topic } from '../../src/topic/topic.ts'
import { sampleBook } from './sample-book.ts'

export function sampleTopic(clauses: Partial<Topic>): Topic {
  return { id: 'a', name: 'A', any: [], all: [], none: [], ...clauses }
}

export function sampleText(text: Partial<MatchedText>): MatchedText {
  return { title: '', body: '', source: 'full', ...text }
}

/** The evidence that a topic finds in a text, or undefined when it does not match. */
export function evidenceFor(topic: Partial<Topic>, text: Partial<MatchedText>): readonly Evidence[] | undefined {
  return matchTopics(compileTopics([sampleTopic(topic)], sampleBook), sampleText(text))[0]?.evidence
}

/** The words that a query finds, with brackets round each: [peace] and [plan]. */
export function markedWords(query: string, text: Partial<MatchedText>): string | undefined {
  return evidenceFor({ query }, text)
    ?.map(({ words }) => `[${words}]`)
    .join(' ')
}
