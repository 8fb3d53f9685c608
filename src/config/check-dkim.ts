import type { ReportProblem } from './config-problem.ts'
import type { Environment } from './environment.ts'
import { problemAt } from './problem-at.ts'
import type { Settings } from './settings.ts'
import type { SourceFile } from './source-file.ts'

/** A desk that should sign and cannot says so, rather than mail without. */
export function checkDkim(
  source: SourceFile,
  signing: { readonly settings: Settings; readonly environment: Environment },
  report: ReportProblem,
): void {
  if (signing.settings.mail.dkim === undefined || signing.environment.dkimKey !== undefined) return
  report(
    problemAt(source, ['mail', 'dkim'], {
      expected: 'the environment variable DKIM_KEY to be set',
      got: 'nothing',
      hint: 'put the private key there, as PEM on one line with \\n for its line ends',
    }),
  )
}
