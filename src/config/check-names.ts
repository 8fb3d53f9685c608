import type { PeopleBook } from '../person/person.ts'
import { splitWords } from '../topic/split-words.ts'
import type { ReportProblem } from './config-problem.ts'
import { placeOf, problemAt } from './problem-at.ts'
import type { SourceFile, ValuePath } from './source-file.ts'
import { fieldOf, listAt } from './well-formed.ts'

interface Spelling {
  readonly owner: string
  readonly path: ValuePath
  readonly text: string
}

/** Reports names that stand for two people, two roles or two groups of aliases: nothing could tell which is meant. */
export function checkNames(source: SourceFile, aliases: PeopleBook['aliases'], report: ReportProblem): void {
  const judge = { source, report }
  checkOwners(judge, 'person', spellingsUnder(source, 'people', ['name', 'names']))
  checkOwners(judge, 'role', spellingsUnder(source, 'roles', ['names']))
  const ofAliases = Object.entries(aliases).flatMap(([owner, others]) => [
    { owner, path: ['aliases', owner], text: owner },
    ...others.map((text, at) => ({ owner, path: ['aliases', owner, at], text })),
  ])
  checkOwners(judge, 'name', ofAliases)
}

/** The owner is told by its id; of owners without one, by place. */
function spellingsUnder(source: SourceFile, key: string, fields: readonly string[]): readonly Spelling[] {
  return listAt(source.value, key).flatMap((entry, index) => {
    const id = fieldOf(entry, 'id')
    const owner = typeof id === 'string' ? id : `number ${index + 1}`
    return fields.flatMap((field) => {
      const value = fieldOf(entry, field)
      const path = [key, index, field]
      if (typeof value === 'string') return [{ owner, path, text: value }]
      return listAt(entry, field).flatMap((text, at) =>
        typeof text === 'string' ? [{ owner, path: [...path, at], text }] : [],
      )
    })
  })
}

function checkOwners(
  { source, report }: { readonly source: SourceFile; readonly report: ReportProblem },
  what: string,
  spellings: readonly Spelling[],
): void {
  const firsts = new Map<string, Spelling>()
  for (const spelling of spellings) {
    const folded = splitWords(spelling.text)
      .map(({ form }) => form)
      .join(' ')
    if (folded === '') continue
    const first = firsts.get(folded)
    if (first === undefined) firsts.set(folded, spelling)
    if (first === undefined || first.owner === spelling.owner) continue
    const other = `${first.owner} (${placeOf(source, first.path)})`
    const got = `\`${spelling.text}\` of ${spelling.owner}, which stands for ${other} too`
    report(problemAt(source, spelling.path, { expected: `a spelling of one ${what} alone`, got }))
  }
}
