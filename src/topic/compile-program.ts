import { compileLeaf, type LeafMaker } from './compile-leaf.ts'
import { addNumber, type NumberList } from './number-list.ts'
import { parsePhrase } from './parse-phrase.ts'
import { type ParsedQuery, parseQuery } from './parse-query.ts'
import { clauses, leafFieldOf, OPERATION, scopeUnits } from './program.ts'
import { partsOf, type Query, type QueryField } from './query.ts'
import type { Topic, TopicScore } from './topic.ts'

/** What programs are written into. */
export interface ProgramWriter extends LeafMaker {
  readonly program: NumberList
  readonly weights: number[]
}

/** Writes the program of a topic; returns where it starts. */
export function compileProgram(writer: ProgramWriter, topic: Topic): number {
  return node(writer, [OPERATION.and, 0, 0], () => {
    if (topic.all.length > 0) compileList(writer, topic, 'all')
    if (topic.any.length > 0) compileList(writer, topic, 'any')
    if (topic.query !== undefined) compileQuery(writer, topic, topic.query)
    if (topic.score !== undefined) compileScore(writer, topic, topic.score)
    if (topic.none.length > 0) compileList(writer, topic, 'none')
  })
}

function compileList(writer: ProgramWriter, topic: Topic, clause: 'any' | 'all' | 'none'): void {
  const compileEntries = () => {
    for (const [index, entry] of topic[clause].entries())
      compileTree(writer, valid(parsePhrase(entry, writer.book), topic, entry), { entry: index })
  }
  const compileGroup = () => node(writer, [clause === 'all' ? OPERATION.and : OPERATION.or, 0, 0], compileEntries)
  node(writer, [OPERATION.clause, 0, 0, clauses.indexOf(clause)], () => {
    if (clause === 'none') node(writer, [OPERATION.not, 0, 0], compileGroup)
    else compileGroup()
  })
}

function compileQuery(writer: ProgramWriter, topic: Topic, source: string): void {
  const query = valid(parseQuery(source, writer.book), topic, source)
  node(writer, [OPERATION.clause, 0, 0, clauses.indexOf('query')], () => compileTree(writer, query, {}))
}

function compileScore(writer: ProgramWriter, topic: Topic, { atLeast, terms }: TopicScore): void {
  node(writer, [OPERATION.clause, 0, 0, clauses.indexOf('score')], () => {
    node(writer, [OPERATION.score, 0, 0, writer.weights.push(atLeast) - 1], () => {
      for (const [index, { query, weight }] of terms.entries()) {
        const tree = valid(parseQuery(query, writer.book), topic, query)
        const place = writer.weights.push(weight) - 1
        node(writer, [OPERATION.weigh, 0, 0, index, place], () => compileTree(writer, tree, {}))
      }
    })
  })
}

interface Around {
  readonly field?: QueryField
  /** Index of the entry, within a list. */
  readonly entry?: number
}

function compileTree(writer: ProgramWriter, query: Query, around: Around): void {
  const start = around.entry ?? query.start
  const stop = around.entry === undefined ? query.end : 0
  const compileParts = () => {
    for (const part of partsOf(query)) compileTree(writer, part, around)
  }
  switch (query.kind) {
    case 'field':
      compileTree(writer, query.part, { ...around, field: query.field })
      break
    case 'near':
      node(writer, [OPERATION.near, start, stop, query.distance, query.isOrdered ? 1 : 0], compileParts)
      break
    case 'scope':
      node(writer, [OPERATION.scope, start, stop, scopeUnits.indexOf(query.unit)], compileParts)
      break
    case 'and':
    case 'or':
    case 'not':
      node(writer, [OPERATION[query.kind], start, stop], compileParts)
      break
    default:
      node(writer, [OPERATION.leaf, start, stop, compileLeaf(writer, query, leafFieldOf(around.field))], () => {})
  }
}

/** Writes a node around its parts; returns where it starts. */
function node(
  { program }: ProgramWriter,
  [operation, ...rest]: readonly [number, ...number[]],
  writeParts: () => void,
): number {
  const start = program.length
  addNumber(program, operation)
  addNumber(program, 0)
  for (const value of rest) addNumber(program, value)
  writeParts()
  program.values[start + 1] = program.length
  return start
}

/** The config was read by the same parser: a mistake here is one of ours. */
function valid(parsed: ParsedQuery, { id }: Topic, source: string): Query {
  if (parsed.kind === 'query') return parsed.query
  const [mistake] = parsed.mistakes
  throw new Error(`topic ${id}: expected ${mistake?.expected}, got ${mistake?.got} in ${JSON.stringify(source)}`)
}
