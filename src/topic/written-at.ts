import type { Topic } from './topic.ts'

/** Where a node of the program comes from. */
export interface Written {
  readonly topic: Topic
  readonly clause: string
  /** Of the clause; absent in lists. */
  readonly source?: string
}

/** What a node of the program says, as the topic has it. */
export function writtenAt(program: Int32Array, node: number, { topic, clause, source }: Written): string {
  const start = program[node + 2] ?? 0
  if (source !== undefined) return source.slice(start, program[node + 3])
  return clause === 'any' || clause === 'all' || clause === 'none' ? (topic[clause][start] ?? '') : ''
}
