import { spellPhrase } from './spell-phrase.ts'
import { splitWords } from './split-words.ts'
import type { Topic } from './topic.ts'

/** All topics in one tree of words, so that a text is read once, however many topics there are. */
export interface CompiledTopics {
  readonly topics: readonly Topic[]
  readonly root: PhraseNode
  /** Every word on any edge of the tree. */
  readonly vocabulary: ReadonlySet<string>
}

export interface PhraseNode {
  readonly next: ReadonlyMap<string, PhraseNode>
  /** Phrases whose last word leads here. */
  readonly uses: readonly PhraseUse[]
}

/** Where a phrase stands in a topic. */
export interface PhraseUse {
  readonly topicIndex: number
  readonly clause: 'any' | 'all' | 'none'
  readonly phrase: string
}

/** Canonical form -> other spellings, as in `PeopleBook`. */
export type Aliases = Readonly<Record<string, readonly string[]>>

interface GrowingNode {
  readonly next: Map<string, GrowingNode>
  readonly uses: PhraseUse[]
}

/**
 * Compiles topics for `matchTopics`.
 * @param aliases a phrase that is one of a name's spellings is satisfied by all of them
 */
export function compileTopics(topics: readonly Topic[], aliases: Aliases = {}): CompiledTopics {
  const root = emptyNode()
  const vocabulary = new Set<string>()
  const spellings = groupSpellings(aliases)
  for (const use of topics.flatMap(usesOf)) {
    for (const spelling of spellings.get(foldPhrase(use.phrase)) ?? [use.phrase]) {
      for (const words of spellPhrase(spelling)) plant(root, words, use)
      for (const words of spellPhrase(spelling)) for (const word of words) vocabulary.add(word)
    }
  }
  return { topics, root, vocabulary }
}

function usesOf({ any, all, none }: Topic, topicIndex: number): readonly PhraseUse[] {
  const clauses = { any, all, none }
  return (['any', 'all', 'none'] as const).flatMap((clause) =>
    [...new Set(clauses[clause])].map((phrase) => ({ topicIndex, clause, phrase })),
  )
}

function groupSpellings(aliases: Aliases): ReadonlyMap<string, readonly string[]> {
  const groups = Object.entries(aliases).map(([name, others]) => [name, ...others])
  return new Map(groups.flatMap((group) => group.map((spelling) => [foldPhrase(spelling), group] as const)))
}

function foldPhrase(phrase: string): string {
  return splitWords(phrase)
    .map(({ form }) => form)
    .join(' ')
}

function plant(root: GrowingNode, words: readonly string[], use: PhraseUse): void {
  let node = root
  for (const word of words) {
    const next = node.next.get(word) ?? emptyNode()
    node.next.set(word, next)
    node = next
  }
  if (node.uses.at(-1) !== use) node.uses.push(use)
}

function emptyNode(): GrowingNode {
  return { next: new Map(), uses: [] }
}
