import { partsOf } from './choose-anchors.ts'
import { findNear, type LeafPlace, runsOf } from './find-near.ts'
import { type Judge, type LeafSpan, spansOfLeaf, spansWithin } from './find-spans.ts'
import { judgeRule, pieceAt } from './judge-rule.ts'
import { holds, unitsOfNode } from './judge-topic.ts'
import type { Evidence } from './match.ts'
import { argumentOf, clauses, endOf, firstPart, OPERATION } from './program.ts'
import type { Topic } from './topic.ts'
import type { WordRange } from './word-ranges.ts'
import { writtenAt } from './written-at.ts'

/** What satisfies one node once: one phrase, or both sides of NEAR. */
interface Proof {
  readonly node: number
  readonly isNeeded: boolean
  readonly evidence: readonly Evidence[]
}

interface Around {
  readonly topic: Topic
  readonly clause: Evidence['clause']
  /** Source of the clause; absent in lists. */
  readonly source?: string
  readonly within?: WordRange
  /** Whether the topic needs it, and not this or another. */
  readonly isNeeded: boolean
}

const PROOFS_PER_NODE = 3
const MOST_EVIDENCE = 24
const FIELD_ORDER = ['title', 'body', 'speaker', 'author', 'outlet', 'lang', 'url']

/** The words that make a topic match, of each phrase the first three places; title first, then in order of place. */
export function collectEvidence(judge: Judge, topicIndex: number): readonly Evidence[] {
  const topic = judge.compiled.topics[topicIndex]
  const start = judge.compiled.starts[topicIndex]
  if (topic === undefined || start === undefined) return []
  const proofs = partsOf(judge.compiled.program, start).flatMap((node) => proofsOfClause(judge, topic, node))
  return withoutTwins(choose(proofs)).toSorted(byPlace)
}

function proofsOfClause(judge: Judge, topic: Topic, node: number): readonly Proof[] {
  const { program } = judge.compiled
  const clause = clauses[argumentOf(program, node, 0)]
  if (clause === undefined || clause === 'none') return []
  const source = clause === 'query' && topic.query !== undefined ? { source: topic.query } : {}
  return proofsOfParts(judge, node, { topic, clause, ...source, isNeeded: true })
}

function proofsOf(judge: Judge, node: number, around: Around): readonly Proof[] {
  const { program } = judge.compiled
  switch (program[node]) {
    case OPERATION.leaf:
      return proofsOfLeaf(judge, node, around)
    case OPERATION.not:
      return []
    case OPERATION.or:
      return proofsOfParts(judge, node, { ...around, isNeeded: false })
    case OPERATION.near:
      return proofsOfNear(judge, node, around)
    case OPERATION.scope: {
      const units = unitsOfNode(judge, node).filter((unit) =>
        partsOf(program, node).every((part) => holds(judge, part, unit)),
      )
      return units.slice(0, PROOFS_PER_NODE).flatMap((within) => proofsOfParts(judge, node, { ...around, within }))
    }
    case OPERATION.weigh: {
      const isHelpful = (judge.compiled.weights[argumentOf(program, node, 1)] ?? 0) > 0
      const source = around.topic.score?.terms[argumentOf(program, node, 0)]?.query ?? ''
      return isHelpful && holds(judge, node) ? proofsOfParts(judge, node, { ...around, source }) : []
    }
    default:
      return proofsOfParts(judge, node, around)
  }
}

/** Of the parts that hold; a part of what does not hold proves nothing. */
function proofsOfParts(judge: Judge, node: number, around: Around): readonly Proof[] {
  const { program } = judge.compiled
  const end = endOf(program, node)
  const proofs: Proof[] = []
  for (let part = firstPart(program, node); part < end; part = endOf(program, part))
    if (program[part] === OPERATION.weigh || holds(judge, part, around.within))
      proofs.push(...proofsOf(judge, part, around))
  return proofs
}

function proofsOfLeaf(judge: Judge, node: number, around: Around): readonly Proof[] {
  const spans = spansWithin(spansOfLeaf(judge, argumentOf(judge.compiled.program, node, 0)), around.within)
  return spans.slice(0, PROOFS_PER_NODE).map((span) => {
    const evidence = evidenceOf(judge, { node, span }, around)
    return { node, isNeeded: around.isNeeded, evidence }
  })
}

function proofsOfNear(judge: Judge, node: number, around: Around): readonly Proof[] {
  const pairs = findNear(judge, node, { within: around.within, most: PROOFS_PER_NODE })
  return pairs.map(({ parts, distance }) => {
    const evidence = parts.flatMap((part) => evidenceOf(judge, part, around))
    return {
      node,
      isNeeded: around.isNeeded,
      evidence: evidence.map((each) => ({ ...each, ...(distance !== undefined && { distance }) })),
    }
  })
}

function evidenceOf(judge: Judge, { node, span }: LeafPlace, around: Around): readonly Evidence[] {
  const { clause } = around
  const phrase = writtenAt(judge.compiled.program, node, around)
  const rule = judgeRule(judge, span, phrase)
  const evidence: Evidence[] = []
  for (const [from, to] of runsOf(span)) {
    const place = placeOf(judge, span, from, to)
    if (place === undefined) continue
    const { field, start, end, words } = place
    const found = { clause, phrase, field, start, end, words, rule }
    evidence.push(span.via === undefined ? found : { ...found, via: span.via.text })
  }
  return evidence
}

export function placeOf(
  judge: Judge,
  span: LeafSpan,
  from: number,
  to: number,
): Pick<Evidence, 'field' | 'start' | 'end' | 'words'> | undefined {
  const piece = pieceAt(judge.laid, from, to)
  if (piece === undefined) return undefined
  const { field, text, statement } = piece
  if (statement !== undefined) return { field, start: statement.start, end: statement.end, words: text }
  const { starts, ends } = judge.laid.reader.words
  const { start, end } = span.chars ?? { start: starts[from] ?? 0, end: ends[to] ?? 0 }
  return { field, start, end, words: text.slice(start, end) }
}

/** In turns, so that no phrase crowds out another: the first proof of each node, then the second, then the third. */
function choose(proofs: readonly Proof[]): readonly Evidence[] {
  const turns = new Map<number, number>()
  const ranked = proofs.map((proof) => {
    const turn = turns.get(proof.node) ?? 0
    turns.set(proof.node, turn + 1)
    return { proof, rank: turn + (proof.isNeeded ? 0 : 1) }
  })
  const ordered = ranked.toSorted((left, right) => left.rank - right.rank)
  const chosen: Evidence[] = []
  let alternatives = 0
  for (const { proof, rank } of ordered) {
    if (rank > 0 && chosen.length >= MOST_EVIDENCE && alternatives > 0) break
    chosen.push(...proof.evidence)
    if (!proof.isNeeded) alternatives++
  }
  return chosen
}

function withoutTwins(evidence: readonly Evidence[]): readonly Evidence[] {
  const known = new Set<string>()
  return evidence.filter(({ clause, phrase, field, start, end }) => {
    const key = `${field} ${start} ${end} ${clause} ${phrase}`
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}

function byPlace(left: Evidence, right: Evidence): number {
  const fields = FIELD_ORDER.indexOf(left.field) - FIELD_ORDER.indexOf(right.field)
  return fields || left.start - right.start || left.end - right.end
}
