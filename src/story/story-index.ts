import type { ArticleTraits } from './story-article.ts'

/** An article in its story. */
export interface StoryMember {
  readonly storyId: string
  readonly traits: ArticleTraits
}

/** Where an article belongs, and why. */
export interface Placement {
  readonly articleId: string
  /** Of a new story: derived from its first article's id, the same on every run. */
  readonly storyId: string
  readonly isNewStory: boolean
  /** For people: "0.62 like its centroid and art1; shares the quote “…”". */
  readonly why: string
  readonly copy?: Copy
  /** What none of the story's earlier articles had; empty for a copy. Of a new story's first article: empty too. */
  readonly newFacts: readonly NewFact[]
}

/** Another article this one was made from. */
export interface Copy {
  readonly ofArticleId: string
  /** `copy`: the same text; `cut`: a part of it; `contains`: it and more; `update`: most of it, changed. */
  readonly relation: 'copy' | 'cut' | 'contains' | 'update'
  /** Of this article's words that stand there too: 0 to 1. */
  readonly share: number
}

/** Offsets are of the passage that has it, into the article's text. */
export interface NewFact {
  readonly kind: 'statement' | 'number' | 'actor' | 'place'
  /** As printed: "300,000", "Viktor Example". */
  readonly words: string
  readonly start: number
  readonly end: number
}

/** The open stories, in memory. A fold over its members in their order: loading the same members gives the same index. */
export interface StoryIndex {
  /** Takes in a member that was placed before. */
  readonly add: (member: StoryMember) => void
  /** Places a batch, in an order of its own, so that the order of arrival within a poll makes no difference; takes it in. */
  readonly place: (batch: readonly ArticleTraits[]) => readonly Placement[]
  /** Forgets stories whose last article is from before a moment (epoch ms), and shingles older than the window for copies. */
  readonly expire: (now: number) => void
}
