import { type Document, isAlias, LineCounter, parseDocument, visit } from 'yaml'
import type { ReportProblem } from './config-problem.ts'
import { explainYamlError } from './explain-yaml-error.ts'
import { problemAtOffset } from './problem-at.ts'
import type { SourceFile } from './source-file.ts'

/** YAML's aliases can blow a small file up to gigabytes; a config has no use for many. */
const MAX_ALIAS_COUNT = 50

const CONFLICT = {
  expected: 'YAML',
  got: 'the mark of an unresolved merge conflict',
  hint: 'keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>',
}

const UNKNOWN_ALIAS = {
  expected: 'an alias (*name) of an anchor (&name) that stands above it',
  got: 'one of no anchor',
  hint: 'put a text that starts with * in quotes',
}

const TOO_MANY_ALIASES = {
  expected: `aliases (*name) that unfold to ${MAX_ALIAS_COUNT} values at most`,
  got: 'more',
  hint: 'write the values out',
}

/** Reads YAML; reports what is not YAML and returns undefined then. */
export function parseSource(file: string, text: string, report: ReportProblem): SourceFile | undefined {
  const place = { file, text, lineCounter: countLines(text) }
  const conflictAt = text.search(/^(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)/m)
  if (conflictAt >= 0) {
    report(problemAtOffset(place, conflictAt, CONFLICT))
    return undefined
  }
  const document = parseDocument(text, { prettyErrors: false, version: '1.2' })
  if (reportBreaches(place, document, report)) return undefined
  try {
    return { ...place, document, value: document.toJS({ maxAliasCount: MAX_ALIAS_COUNT }) }
  } catch (error) {
    const isUnknown = error instanceof Error && error.message.startsWith('Unresolved alias')
    report(problemAtOffset(place, firstAliasAt(document), isUnknown ? UNKNOWN_ALIAS : TOO_MANY_ALIASES))
    return undefined
  }
}

/** Whether there were any. What follows the first breach of syntax is mostly its echo; a key that stands twice is not. */
function reportBreaches(
  place: Pick<SourceFile, 'file' | 'text' | 'lineCounter'>,
  document: Document,
  report: ReportProblem,
): boolean {
  const breaches = [...document.errors, ...document.warnings]
  const firstOther = breaches.find(({ code }) => code !== 'DUPLICATE_KEY')
  for (const breach of breaches) {
    if (breach.code !== 'DUPLICATE_KEY' && breach !== firstOther) continue
    const { offset, ...finding } = explainYamlError(breach, place.text, document)
    report(problemAtOffset(place, offset, finding))
  }
  return breaches.length > 0
}

function countLines(text: string): LineCounter {
  const lineCounter = new LineCounter()
  lineCounter.addNewLine(0)
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineCounter.addNewLine(at + 1)
  return lineCounter
}

function firstAliasAt(document: Document): number {
  let offset = 0
  visit(document, (_, node) => {
    if (!isAlias(node)) return undefined
    offset = node.range?.[0] ?? 0
    return visit.BREAK
  })
  return offset
}
