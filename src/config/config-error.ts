import type { ConfigProblem } from './config-problem.ts'
import { renderProblem } from './render-problem.ts'

/** More than this is noise; the count of the rest is told. */
const SHOWN_PROBLEM_COUNT = 50

/** The config cannot be used; carries every mistake that was found. Nothing to retry before somebody edits it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    super(renderProblems(problems))
    this.problems = problems
  }
}

function renderProblems(problems: readonly ConfigProblem[]): string {
  const shown = problems.slice(0, SHOWN_PROBLEM_COUNT).map(renderProblem)
  const restCount = problems.length - shown.length
  return restCount > 0 ? [...shown, `… and ${restCount} more`].join('\n') : shown.join('\n')
}
