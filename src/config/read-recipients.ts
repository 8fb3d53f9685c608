import type { ReportProblem } from './config-problem.ts'
import type { Environment } from './environment.ts'
import { isMailAddress } from './is-mail-address.ts'
import { problemAt } from './problem-at.ts'
import type { SourceFile, ValuePath } from './source-file.ts'

/** Without SMTP mail goes to a folder, where any address will do. */
const FOLDER_RECIPIENT = 'desk@localhost'

interface Recipients {
  readonly path: ValuePath
  readonly entries: readonly string[]
}

interface Surroundings {
  readonly environment: Environment
  readonly report: ReportProblem
}

/** Addresses of a digest's `to`, each once, with `$NAME` looked up in the environment (a comma separates several). */
export function readRecipients(
  source: SourceFile,
  { path, entries }: Recipients,
  around: Surroundings,
): readonly string[] {
  const addresses = entries.flatMap((entry, index) =>
    entry.startsWith('$') ? lookUp(source, { path: [...path, index], name: entry.slice(1) }, around) : [entry],
  )
  return [...new Set(addresses)]
}

function lookUp(
  source: SourceFile,
  { path, name }: { readonly path: ValuePath; readonly name: string },
  { environment, report }: Surroundings,
): readonly string[] {
  const value = environment.variable(name)
  if (value === undefined) {
    if (name === 'DIGEST_TO' && environment.smtpUrl === undefined) return [FOLDER_RECIPIENT]
    const hint = `set it, as in ${name}=you@example.org, or write an address here`
    report(problemAt(source, path, { expected: `the environment variable ${name} to be set`, got: 'nothing', hint }))
    return []
  }
  const addresses = value.split(',').map((address) => address.trim())
  if (addresses.every(isMailAddress)) return addresses
  const expected = `mail addresses in the environment variable ${name}, separated by commas`
  report(problemAt(source, path, { expected, got: 'a value that is none' }))
  return []
}
