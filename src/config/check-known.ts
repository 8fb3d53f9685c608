import type { ReportProblem } from './config-problem.ts'
import { nearestWord } from './nearest-word.ts'
import { problemAt } from './problem-at.ts'
import type { SourceFile } from './source-file.ts'
import type { Placed } from './well-formed.ts'

interface Names {
  /** What is expected, in words. */
  readonly what: string
  readonly known: readonly string[]
  readonly texts: readonly Placed<string>[]
}

/** Reports every text that names nothing known, with the nearest that would. */
export function checkKnown(source: SourceFile, { what, known, texts }: Names, report: ReportProblem): void {
  for (const { path, value } of texts) {
    if (known.includes(value)) continue
    const nearest = nearestWord(value, known)
    const hint = nearest === undefined ? {} : { hint: `did you mean \`${nearest}\`?` }
    report(problemAt(source, path, { expected: what, got: `\`${value}\``, ...hint }))
  }
}
