import type { Evidence, MatchRule } from './match.ts'

interface PlacedText {
  readonly body: string
  readonly blocks?: readonly { readonly start: number }[]
}

const RULES: Readonly<Record<MatchRule, string>> = {
  exact: '',
  stem: 'another form',
  joined: 'joined or parted',
  prefix: 'begins so',
  regex: 'regex',
  alias: 'alias',
  person: 'person',
  role: 'role',
}

/** Where evidence stands, for people: `title`, `paragraph 3`, `author`. */
export function describePlace({ field, start }: Evidence, text: PlacedText): string {
  return field === 'body' ? `paragraph ${paragraphAt(text, start)}` : field
}

/** Through which rule the words count, and what led there: `alias Kiev`, `role nato-secretary-general, …; 3 words between`. */
export function describeRule({ rule, via, distance }: Evidence): string {
  const how = [rule === undefined ? '' : RULES[rule], via ?? ''].filter((part) => part !== '').join(' ')
  if (distance === undefined) return how
  const between = `${distance} ${distance === 1 ? 'word' : 'words'} between`
  return how === '' ? between : `${how}; ${between}`
}

/** From 1. Without blocks, a blank line ends a paragraph. */
function paragraphAt({ body, blocks }: PlacedText, offset: number): number {
  if (blocks === undefined || blocks.length === 0) return body.slice(0, offset).split(/\n\s*\n/).length
  const after = blocks.findIndex((block) => block.start > offset)
  return after === -1 ? blocks.length : Math.max(1, after)
}
