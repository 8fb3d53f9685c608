import type { ReportProblem } from './config-problem.ts'
import { placeOf, problemAt } from './problem-at.ts'
import type { SourceFile, ValuePath } from './source-file.ts'
import type { Placed } from './well-formed.ts'

/** Reports every text that stood before, with the place of its first. */
export function checkUnique(
  source: SourceFile,
  what: 'id' | 'url',
  { texts, report }: { readonly texts: readonly Placed<string>[]; readonly report: ReportProblem },
): void {
  const firstPaths = new Map<string, ValuePath>()
  for (const { path, value } of texts) {
    const firstPath = firstPaths.get(value)
    if (firstPath === undefined) firstPaths.set(value, path)
    else {
      const got = `\`${value}\`, which stands in ${placeOf(source, firstPath)} already`
      report(problemAt(source, path, { expected: `another ${what}: each stands once`, got }))
    }
  }
}
