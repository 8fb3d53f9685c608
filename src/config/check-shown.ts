import type { z } from 'zod'
import type { ReportProblem } from './config-problem.ts'
import { nearestWord } from './nearest-word.ts'
import { problemAt } from './problem-at.ts'
import type { SourceFile } from './source-file.ts'
import type { topicSchema } from './topics-schema.ts'
import type { Placed } from './well-formed.ts'

/** Reports a `show` that is no phrase of its topic: it would show nothing. */
export function checkShown(
  source: SourceFile,
  topics: readonly Placed<z.output<typeof topicSchema>>[],
  report: ReportProblem,
): void {
  for (const { path, value } of topics) {
    const { show, any = [], all = [], query = '', score } = value
    const phrases = [...any, ...all, ...Object.keys(score?.terms ?? {})]
    if (show === undefined || phrases.includes(show) || (show !== '' && query.includes(show))) continue
    const nearest = nearestWord(show, phrases)
    const hint = nearest === undefined ? {} : { hint: `did you mean \`${nearest}\`?` }
    report(problemAt(source, [...path, 'show'], { expected: 'a phrase of this topic', got: `\`${show}\``, ...hint }))
  }
}
