import { partsOf } from './choose-anchors.ts'
import { placeOf } from './collect-evidence.ts'
import type { CompiledTopics } from './compile-topics.ts'
import { findNearest, type NearestPlace } from './find-nearest.ts'
import { type Judge, spansOfLeaf } from './find-spans.ts'
import { holds, isMeantFor, openJudge, scoreOf } from './judge-topic.ts'
import { layOutText } from './lay-out-text.ts'
import { leafAt } from './leaf-store.ts'
import type { MatchedText } from './matched-text.ts'
import { argumentOf, clauses, firstPart, OPERATION, scopeUnits } from './program.ts'
import type { Topic } from './topic.ts'
import { type Written, writtenAt } from './written-at.ts'

/** Why a topic does not match a text: every need that is not met. */
export interface Miss {
  readonly topicId: string
  readonly needs: readonly MissedNeed[]
}

/** One need that is not met, or is met by what must not stand there. */
export type MissedNeed =
  /** None of the phrases stands in the text. */
  | {
      readonly kind: 'phrases'
      readonly clause: MissedClause
      readonly phrases: readonly string[]
      readonly where?: string
    }
  /** Both stand there, too far apart. */
  | {
      readonly kind: 'distance'
      readonly clause: MissedClause
      readonly left: string
      readonly right: string
      readonly distance: number
      readonly isOrdered: boolean
      /** Absent when one of them is missing or they never stand in one field. */
      readonly nearest?: NearestPlace
    }
  /** It holds, but not within one sentence or paragraph. */
  | {
      readonly kind: 'scope'
      readonly clause: MissedClause
      readonly unit: 'sentence' | 'paragraph'
      readonly query: string
    }
  /** What excludes the text, and the words that do. */
  | {
      readonly kind: 'excluded'
      readonly clause: MissedClause
      readonly phrase: string
      readonly words: string
      readonly field: string
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'score'; readonly score: number; readonly atLeast: number }
  | {
      readonly kind: 'restricted'
      readonly to: 'languages' | 'feeds' | 'outlets'
      readonly expected: readonly string[]
      readonly got?: string
    }

export type MissedClause = 'any' | 'all' | 'none' | 'query'

interface Around extends Written {
  readonly clause: MissedClause
}

/** Why a topic does not match the text; undefined when it does, or when no topic has the id. */
export function explainMiss(compiled: CompiledTopics, topicId: string, text: MatchedText): Miss | undefined {
  const index = compiled.topics.findIndex(({ id }) => id === topicId)
  const topic = compiled.topics[index]
  const start = compiled.starts[index]
  if (topic === undefined || start === undefined) return undefined
  const judge = openJudge(compiled, layOutText(compiled, text))
  const needs = [...missedLimits(topic, text), ...missedInClauses(judge, topic, start)]
  return needs.length === 0 ? undefined : { topicId, needs }
}

function missedLimits(topic: Topic, text: MatchedText): readonly MissedNeed[] {
  const got = { languages: text.language, feeds: text.feedId, outlets: text.outlet }
  return (['languages', 'feeds', 'outlets'] as const).flatMap((to) => {
    const expected = topic[to]
    if (expected === undefined || isMeantFor(onlyLimit(topic, to), text)) return []
    return [{ kind: 'restricted', to, expected, ...(got[to] !== undefined && { got: got[to] }) }]
  })
}

function onlyLimit({ id, name, any, all, none, ...limits }: Topic, to: 'languages' | 'feeds' | 'outlets'): Topic {
  return { id, name, any, all, none, [to]: limits[to] }
}

function missedInClauses(judge: Judge, topic: Topic, start: number): readonly MissedNeed[] {
  const { program } = judge.compiled
  return partsOf(program, start).flatMap((node) => {
    const clause = clauses[argumentOf(program, node, 0)] ?? 'query'
    if (holds(judge, node)) return []
    if (clause === 'score') {
      const score = scoreOf(judge, firstPart(program, node))
      return [{ kind: 'score', score, atLeast: topic.score?.atLeast ?? 0 }]
    }
    const source = clause === 'query' && topic.query !== undefined ? { source: topic.query } : {}
    return partsOf(program, node).flatMap((part) => missedAt(judge, part, { topic, clause, ...source }))
  })
}

/** The needs of a node that does not hold. */
function missedAt(judge: Judge, node: number, around: Around): readonly MissedNeed[] {
  if (holds(judge, node)) return []
  const { program } = judge.compiled
  const parts = partsOf(program, node)
  const { clause } = around
  switch (program[node]) {
    case OPERATION.leaf:
    case OPERATION.or:
      return missedAlternatives(judge, node, around)
    case OPERATION.not:
      return excludedBy(judge, parts, around)
    case OPERATION.near:
      return missedNear(judge, node, around)
    case OPERATION.scope: {
      const inside = parts.flatMap((part) => missedAt(judge, part, around))
      const unit = scopeUnits[argumentOf(program, node, 0)] ?? 'sentence'
      return inside.length > 0 ? inside : [{ kind: 'scope', clause, unit, query: writtenAt(program, node, around) }]
    }
    default:
      return parts.flatMap((part) => missedAt(judge, part, around))
  }
}

/** Of this or another: the one that is nearly met, else all of them. */
function missedAlternatives(judge: Judge, node: number, around: Around): readonly MissedNeed[] {
  const { program, leaves } = judge.compiled
  const alternatives = alternativesAt(program, node)
  const nearly = alternatives.flatMap((each) =>
    program[each] === OPERATION.near ? missedNear(judge, each, around) : [],
  )
  const near = nearly.filter((need) => need.kind === 'distance' && need.nearest !== undefined)
  if (near.length > 0) return near.slice(0, 1)
  const phrases = [...new Set(alternatives.map((each) => writtenAt(program, each, around)))]
  const [first = node] = alternatives
  const field = program[first] === OPERATION.leaf ? leafAt(leaves, argumentOf(program, first, 0)).field : 'text'
  return [{ kind: 'phrases', clause: around.clause, phrases, ...(field !== 'text' && { where: field }) }]
}

function alternativesAt(program: Int32Array, node: number): readonly number[] {
  if (program[node] !== OPERATION.or) return [node]
  return partsOf(program, node).flatMap((part) => alternativesAt(program, part))
}

function excludedBy(judge: Judge, parts: readonly number[], around: Around): readonly MissedNeed[] {
  const { program } = judge.compiled
  const leaf = parts.flatMap((part) => leavesUnder(program, part)).find((each) => holds(judge, each))
  const span = leaf === undefined ? undefined : spansOfLeaf(judge, argumentOf(program, leaf, 0))[0]
  const place = span === undefined ? undefined : placeOf(judge, span, span.start, span.end)
  if (leaf === undefined || place === undefined) return []
  return [{ kind: 'excluded', clause: around.clause, phrase: writtenAt(program, leaf, around), ...place }]
}

function leavesUnder(program: Int32Array, node: number): readonly number[] {
  if (program[node] === OPERATION.leaf) return [node]
  return partsOf(program, node).flatMap((part) => leavesUnder(program, part))
}

function missedNear(judge: Judge, node: number, around: Around): readonly MissedNeed[] {
  const { program } = judge.compiled
  const [left = node, right = node] = partsOf(program, node)
  const missing = [left, right].flatMap((side) => missedAt(judge, side, around))
  if (missing.length > 0) return missing
  const isOrdered = argumentOf(program, node, 1) === 1
  const nearest = findNearest(judge, node, isOrdered)
  return [
    {
      kind: 'distance',
      clause: around.clause,
      left: phrasesAt(program, left, around),
      right: phrasesAt(program, right, around),
      distance: argumentOf(program, node, 0),
      isOrdered,
      ...(nearest !== undefined && { nearest }),
    },
  ]
}

function phrasesAt(program: Int32Array, node: number, around: Around): string {
  return alternativesAt(program, node)
    .map((each) => writtenAt(program, each, around))
    .join('|')
}
