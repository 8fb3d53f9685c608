import type { CompiledTopics } from './compile-topics.ts'
import { findNear } from './find-near.ts'
import { type Judge, spansOfLeaf, spansWithin } from './find-spans.ts'
import { foldWord } from './fold-word.ts'
import type { LaidOutText } from './lay-out-text.ts'
import type { MatchedText } from './matched-text.ts'
import { argumentOf, endOf, firstPart, OPERATION, scopeUnits } from './program.ts'
import { isPresent } from './read-text.ts'
import type { Topic } from './topic.ts'
import { unitsOf, type WordRange } from './word-ranges.ts'

/** Names of this file's own, for an imported one is looked up anew for every node. */
const { leaf: LEAF, or: OR, not: NOT, near: NEAR, scope: SCOPE, score: SCORE } = OPERATION

export function openJudge(compiled: CompiledTopics, laid: LaidOutText): Judge {
  const day = dayOf(laid.text.publishedAt)
  return { compiled, laid, spans: new Map(), ranges: new Map(), units: new Map(), day }
}

/** Whether the text satisfies a node of the program, or does so within a range of its words. */
export function holds(judge: Judge, node: number, within?: WordRange): boolean {
  const { program } = judge.compiled
  switch (program[node]) {
    case LEAF:
      return leafHolds(judge, argumentOf(program, node, 0), within)
    case OR:
      return somePart(judge, node, within)
    case NOT:
      return !everyPart(judge, node, within)
    case NEAR:
      return findNear(judge, node, { within, most: 1 }).length > 0
    case SCOPE:
      return unitsOfNode(judge, node).some((unit) => everyPart(judge, node, unit))
    case SCORE:
      return scoreOf(judge, node) >= (judge.compiled.weights[argumentOf(program, node, 0)] ?? 0)
    default:
      return everyPart(judge, node, within)
  }
}

/** Most leaves are one word: when nothing beside title and body was read, it holds where the word is present at all. */
function leafHolds(judge: Judge, leaf: number, within: WordRange | undefined): boolean {
  const { compiled, laid } = judge
  const word = within === undefined && laid.isTitleAndBody ? (compiled.onlyWords[leaf] ?? -1) : -1
  if (word >= 0) return isPresent(laid.reader, word)
  return spansWithin(spansOfLeaf(judge, leaf), within).length > 0
}

/** What the weights of the terms that are true add up to. */
export function scoreOf(judge: Judge, node: number): number {
  const { program, weights } = judge.compiled
  const end = endOf(program, node)
  let sum = 0
  for (let part = firstPart(program, node); part < end; part = endOf(program, part))
    if (everyPart(judge, part, undefined)) sum += weights[argumentOf(program, part, 1)] ?? 0
  return sum
}

/** The sentences or paragraphs that a scope looks into, one by one. */
export function unitsOfNode({ compiled, laid, units }: Judge, node: number): readonly WordRange[] {
  const unit = scopeUnits[argumentOf(compiled.program, node, 0)] ?? 'sentence'
  const known = units.get(unit)
  if (known !== undefined) return known
  const found = unitsOf(laid, unit)
  units.set(unit, found)
  return found
}

/** Whether a topic is meant for such texts at all: its language, feed and outlet. */
export function isMeantFor({ languages, feeds, outlets }: Topic, text: MatchedText): boolean {
  if (languages !== undefined && !languages.includes(primaryLanguage(text.language))) return false
  if (feeds !== undefined && !feeds.includes(text.feedId ?? '')) return false
  return outlets === undefined || outlets.some((outlet) => foldName(outlet) === foldName(text.outlet ?? ''))
}

function primaryLanguage(language = ''): string {
  return language.toLowerCase().split(/[-_]/, 1)[0] ?? ''
}

function foldName(name: string): string {
  return name.split(/\s+/).map(foldWord).join(' ')
}

function somePart(judge: Judge, node: number, within: WordRange | undefined): boolean {
  const { program } = judge.compiled
  const end = endOf(program, node)
  for (let part = firstPart(program, node); part < end; part = endOf(program, part))
    if (holds(judge, part, within)) return true
  return false
}

function everyPart(judge: Judge, node: number, within: WordRange | undefined): boolean {
  const { program } = judge.compiled
  const end = endOf(program, node)
  for (let part = firstPart(program, node); part < end; part = endOf(program, part))
    if (!holds(judge, part, within)) return false
  return true
}

function dayOf(at: number | undefined): string | undefined {
  const moment = new Date(at ?? Number.NaN)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 10)
}
