import type { z } from 'zod'
import type { ConfigProblem, ReportProblem } from './config-problem.ts'
import { describeValue } from './describe-value.ts'
import { knownKeys } from './known-keys.ts'
import { nearestWord } from './nearest-word.ts'
import { problemAt, problemAtKey } from './problem-at.ts'
import type { SourceFile, ValuePath } from './source-file.ts'

type Issue = z.core.$ZodIssue

/** Reports where a file does not have the shape of `schema`. The schemas' messages say what was expected. */
export function checkShape(source: SourceFile, schema: z.ZodType, report: ReportProblem): void {
  const issues = schema.safeParse(source.value ?? {}).error?.issues ?? []
  const judged = new Set<string>()
  for (const issue of issues) {
    // One value that breaks several rules at once is one mistake.
    const place = JSON.stringify([issue.code === 'unrecognized_keys', issue.path])
    if (judged.has(place) || isEchoOfUnknownKey(issue, issues)) continue
    judged.add(place)
    for (const problem of explainIssue(source, schema, issue)) report(problem)
  }
}

/** A key that is missing because it is misspelled is one mistake, not two. */
function isEchoOfUnknownKey(issue: Issue, issues: readonly Issue[]): boolean {
  if (issue.code === 'unrecognized_keys') return false
  const key = String(issue.path.at(-1))
  const inMap = JSON.stringify(issue.path)
  return issues.some((other) => {
    if (other.code !== 'unrecognized_keys') return false
    if (issue.code === 'custom') return JSON.stringify(other.path) === inMap
    const isOfMap = JSON.stringify([...other.path, issue.path.at(-1)]) === inMap
    return isOfMap && other.keys.some((unknown) => nearestWord(unknown, [key]) === key)
  })
}

function explainIssue(source: SourceFile, schema: z.ZodType, issue: Issue): readonly ConfigProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => explainUnknownKey(source, [...path, key], knownKeys(schema, path)))
  }
  const value = valueAt(source.value, path)
  const key = path.at(-1)
  if (value === undefined && typeof key === 'string') {
    const got = 'nothing'
    return [problemAt(source, path.slice(0, -1), { expected: `the key \`${key}\`: ${issue.message}`, got })]
  }
  const hint = hintFor(issue, value)
  return [
    problemAt(source, path, {
      expected: issue.message,
      got: describeValue(value),
      ...(hint === undefined ? {} : { hint }),
    }),
  ]
}

function explainUnknownKey(source: SourceFile, path: ValuePath, known: readonly string[]): ConfigProblem {
  const key = String(path.at(-1))
  const nearest = nearestWord(key, known)
  return problemAtKey(source, path, {
    expected: `one of the keys ${known.join(', ')}`,
    got: `\`${key}\``,
    ...(nearest === undefined ? {} : { hint: `did you mean \`${nearest}\`?` }),
  })
}

function hintFor(issue: Issue, value: unknown): string | undefined {
  if (issue.code === 'custom') return typeof issue.params?.hint === 'string' ? issue.params.hint : undefined
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const nearest = nearestWord(value, issue.values.map(String))
    return nearest === undefined ? undefined : `did you mean ${nearest}?`
  }
  if (issue.code !== 'invalid_type') return undefined
  if (issue.expected === 'array' && typeof value === 'string') return `put it in brackets: [${value}]`
  if (issue.expected !== 'string') return undefined
  const isPlain = typeof value === 'number' || typeof value === 'boolean'
  if (isPlain && issue.message === 'a phrase') return `put it in quotes: "${value}"`
  return isMap(value) ? 'a text that holds ": " needs quotes around it' : undefined
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null) return undefined
    return Object.getOwnPropertyDescriptor(inner, step)?.value
  }, value)
}
