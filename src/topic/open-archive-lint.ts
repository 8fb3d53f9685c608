import type { PeopleBook } from '../person/person.ts'
import { type ArchiveCounts, emptyCounts, increase, pairOf } from './archive-counts.ts'
import { compileTopics } from './compile-topics.ts'
import { type LintLimits, lintArchive } from './lint-archive.ts'
import type { LintFinding } from './lint-finding.ts'
import { type Probe, probesOf, type SpellingProbe } from './lint-probes.ts'
import { matchingTopics } from './match-topics.ts'
import type { MatchedText } from './matched-text.ts'
import type { Topic } from './topic.ts'

const NOBODY: PeopleBook = { roles: [], people: [], aliases: {} }

export interface ArchiveLint {
  readonly add: (text: MatchedText) => void
  readonly find: (limits: LintLimits) => readonly LintFinding[]
}

/** Watches, article by article, what the topics, their parts and the spellings of names do. */
export function openArchiveLint(topics: readonly Topic[], book: PeopleBook): ArchiveLint {
  const probes = topics.flatMap((topic) => probesOf(topic, book))
  const probeOf = new Map(probes.map((probe) => [probe.topic.id, probe]))
  const spellings = spellingsOf(book)
  const compiled = compileTopics([...topics, ...probes.map((probe) => probe.topic)], book)
  const compiledSpellings = compileTopics(spellings.map(topicOfSpelling), NOBODY)
  const counts = emptyCounts()
  return {
    add: (text) => {
      const ids = matchingTopics(compiled, text)
      countArticle(counts, text, { ids, probeOf })
      for (const id of matchingTopics(compiledSpellings, text)) increase(counts.matches, id)
    },
    find: (limits) => lintArchive({ topics, probes, spellings, counts, limits }),
  }
}

function spellingsOf({ aliases }: PeopleBook): readonly SpellingProbe[] {
  return Object.entries(aliases).flatMap(([name, others]) =>
    [name, ...others].map((spelling) => ({ id: `${name} alias ${spelling}`, name, spelling })),
  )
}

function topicOfSpelling({ id, spelling }: SpellingProbe): Topic {
  return { id, name: id, any: [spelling], all: [], none: [] }
}

function countArticle(
  counts: ArchiveCounts,
  { outlet = '', language = '' }: MatchedText,
  { ids, probeOf }: { readonly ids: readonly string[]; readonly probeOf: ReadonlyMap<string, Probe> },
): void {
  const topicIds = ids.filter((id) => !probeOf.has(id))
  counts.articleCount++
  increase(counts.outlets, outlet)
  increase(counts.languages, language)
  for (const id of ids) {
    increase(counts.matches, id)
    increase(counts.byOutlet, pairOf(id, outlet))
    increase(counts.byLanguage, pairOf(id, language))
    if (topicIds.includes(probeOf.get(id)?.of ?? '')) increase(counts.contributions, id)
  }
  for (const id of topicIds) {
    for (const other of topicIds) if (other !== id) increase(counts.together, pairOf(id, other))
  }
}
