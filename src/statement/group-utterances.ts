import type { Statement } from './statement.ts'
import { createUnion } from './union.ts'
import { wordsSaid } from './words-said.ts'

/** A statement in an article that carries it. */
export interface Mention {
  readonly articleId: string
  readonly outlet: string
  /** Epoch ms: when the article was published, else first seen. */
  readonly at: number
  readonly statement: Statement
}

/** One thing said once, however many carry it: printed, cut, continued or in other translations. */
export interface Utterance {
  /** The mention to show: the fullest printed words, of equals the first. */
  readonly shown: Mention
  /** All, the first outlet first. */
  readonly mentions: readonly Mention[]
}

/** Mentions further apart are not the same saying, whatever the words. */
const MAX_APART_MS = 3 * 86_400_000
/** Of the shorter one's words, in the longer: cut or continued; lower for translations, which choose other words. */
const SAME_SHARE = 0.75
const TRANSLATED_SHARE = 0.5
/** Fewer words are alike by chance. */
const MIN_WORDS = 4
const MIN_TRANSLATED_WORDS = 8
/** Mentions of one speaker that a word brings together, pair by pair; of more, each is compared with the one before alone. */
const MAX_POSTINGS = 60

/** Groups the mentions of one story, or of any stretch of the ledger. The same mentions in any order give the same groups. */
export function groupUtterances(mentions: readonly Mention[]): readonly Utterance[] {
  const sorted = mentions.map((mention) => ({ mention, words: wordsSaid(mention.statement.text) })).toSorted(inOrder)
  const union = createUnion(sorted.length)
  for (const group of bySpeaker(sorted)) joinAlike(group, sorted, union.join)
  const groups = Map.groupBy(sorted.keys(), (index) => union.rootOf(index))
  return [...groups.values()].map((members) => utteranceOf(members.flatMap((index) => sorted[index] ?? [])))
}

interface Said {
  readonly mention: Mention
  readonly words: ReadonlySet<string>
}

function utteranceOf(group: readonly Said[]): Utterance {
  const first = group[0]
  if (first === undefined) throw new TypeError('an utterance without mentions')
  const fullest = group.reduce((best, said) => (rank(said) > rank(best) ? said : best), first)
  return { shown: fullest.mention, mentions: group.map(({ mention }) => mention) }
}

/** Printed words before reported ones, then the longer. */
function rank({ mention, words }: Said): number {
  return words.size + (mention.statement.kind === 'direct' ? 10_000 : mention.statement.kind === 'partial' ? 5_000 : 0)
}

function bySpeaker(said: readonly Said[]): readonly (readonly number[])[] {
  const groups = Map.groupBy(said.keys(), (index) => {
    const speaker = said[index]?.mention.statement.speaker
    return speaker?.personId ?? speaker?.name.toLowerCase() ?? ''
  })
  return [...groups.values()]
}

/** Pairs share at least one rare word: others are never compared. */
function joinAlike(group: readonly number[], said: readonly Said[], join: (left: number, right: number) => void): void {
  const postings = new Map<string, number[]>()
  for (const index of group) {
    for (const word of said[index]?.words ?? []) {
      const list = postings.get(word) ?? []
      list.push(index)
      postings.set(word, list)
    }
  }
  const seen = new Set<number>()
  for (const list of postings.values()) {
    for (const [place, right] of list.entries()) {
      const from = list.length > MAX_POSTINGS ? Math.max(0, place - 1) : 0
      for (const left of list.slice(from, place)) {
        const pair = left * said.length + right
        if (seen.has(pair)) continue
        seen.add(pair)
        if (isSame(said[left], said[right])) join(left, right)
      }
    }
  }
}

function isSame(left: Said | undefined, right: Said | undefined): boolean {
  if (left === undefined || right === undefined) return false
  if (Math.abs(left.mention.at - right.mention.at) > MAX_APART_MS) return false
  const [short, long] = left.words.size <= right.words.size ? [left, right] : [right, left]
  if (short.words.size === 0 || (short.words.size < MIN_WORDS && short.words.size !== long.words.size)) return false
  const shared = [...short.words].filter((word) => long.words.has(word)).length / short.words.size
  if (shared >= SAME_SHARE) return true
  const sizes = short.words.size / long.words.size
  return (
    shared >= TRANSLATED_SHARE && sizes >= 0.5 && short.words.size >= MIN_TRANSLATED_WORDS && areQuoted(left, right)
  )
}

function areQuoted(left: Said, right: Said): boolean {
  return left.mention.statement.kind === 'direct' && right.mention.statement.kind === 'direct'
}

function inOrder({ mention: left }: Said, { mention: right }: Said): number {
  return (
    left.at - right.at ||
    compare(left.articleId, right.articleId) ||
    compare(left.statement.field, right.statement.field) ||
    left.statement.start - right.statement.start ||
    left.statement.end - right.statement.end
  )
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
