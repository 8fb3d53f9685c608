import { foldName } from '../person/fold-name.ts'
import type { PersonIndex } from '../person/person-index.ts'
import type { Speaker } from './statement.ts'
import type { Token, TokenRange } from './token.ts'
import { WORD } from './word-class.ts'

/** Somebody an article speaks of, as far as it has been read. */
export interface Actor {
  name: string
  readonly kind: Speaker['kind']
  readonly personId?: string
  roleId?: string
  /** Offices as printed with the name, the first first. */
  readonly roles: string[]
  gender?: 'he' | 'she'
  /** Several who speak as one: no "he" or "she" means them. */
  readonly isMany?: boolean
  /** The paragraph in which it was last spoken of. */
  block: number
  /** Words were given to it: only then "it" may be an organisation. */
  hasSpoken: boolean
}

/** Who is known while an article is read from its beginning. */
export interface Cast {
  readonly text: string
  readonly index: PersonIndex
  readonly language: string
  /** Epoch ms: the day offices are looked up for. */
  readonly at?: number
  /** By last word of the name, folded; of an organisation by its whole name. */
  readonly actors: Map<string, Actor>
  /** Who spoke or was a sentence's subject, the latest last. */
  readonly focus: Actor[]
  /** Last or first word of a name, folded -> the fullest the article prints. */
  readonly fullNames: ReadonlyMap<string, string>
  /** Words that stand with a capital inside a sentence. */
  readonly capitals: ReadonlySet<string>
}

const NO_NAME =
  WORD.ROLE |
  WORD.ORGANISATION |
  WORD.MEDIA |
  WORD.PLACE |
  WORD.DAY |
  WORD.MONTH |
  WORD.MR |
  WORD.MRS |
  WORD.DETERMINER |
  WORD.ADVERB |
  WORD.BOUNDARY |
  WORD.PREPOSITION |
  WORD.PRONOUN |
  WORD.CUE |
  WORD.AS
const MAX_WORDS = 4

/** Words whose capital is their own, and not a sentence's. */
export function collectCapitals(tokens: readonly Token[]): ReadonlySet<string> {
  const capitals = new Set<string>()
  for (const [at, token] of tokens.entries()) {
    if (token.isCapital && tokens[at - 1]?.sentence === token.sentence && tokens[at - 1]?.isWord === true)
      capitals.add(token.word.replace(/'s?$/u, ''))
  }
  return capitals
}

/** Names of two words or more, by their last and their first: what one of them alone stands for. */
export function collectFullNames(
  text: string,
  tokens: readonly Token[],
  language: string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const givens = new Map<string, string>()
  for (let at = 0; at < tokens.length; at++) {
    const run = runAt(tokens, at)
    if (run.to === run.from) continue
    const isAsked = run.to - run.from > 2 && ((tokens[run.from - 1]?.classes ?? 0) & WORD.LINK) !== 0
    if (!isAsked && run.to - run.from >= 2 && run.to - run.from <= MAX_WORDS) {
      const key = foldName(tokens[run.to - 1]?.word ?? '', language)
      if (!names.has(key)) names.set(key, printed(text, tokens, run))
      const given = foldName(tokens[run.from]?.word ?? '', language)
      if (!givens.has(given)) givens.set(given, printed(text, tokens, run))
    }
    at = run.to - 1
  }
  return new Map([...givens, ...names])
}

export function printed(text: string, tokens: readonly Token[], { from, to }: TokenRange): string {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end).replace(/['’]s?$/u, '')
}

/** Somebody not met before. */
export function newActor(actor: Pick<Actor, 'name' | 'kind'> & Partial<Actor>): Actor {
  return { roles: [], block: 0, hasSpoken: false, ...actor }
}

/** Remembers who is spoken of now, in a paragraph. */
export function bringForward({ focus }: Cast, actor: Actor, block: number): void {
  actor.block = block
  if (focus.at(-1) !== actor) focus.push(actor)
}

function runAt(tokens: readonly Token[], from: number): TokenRange {
  let to = from
  const first = tokens[from]
  if (first === undefined || !isNameWord(first) || (first.classes & WORD.PARTICLE && !first.isCapital))
    return { from, to }
  while (to < tokens.length && tokens[to]?.sentence === first.sentence && isPart(tokens, to)) to++
  while (to > from && tokens[to - 1]?.isCapital !== true) to--
  return { from, to }
}

function isPart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.word === '.') return isInitial(tokens[at - 1]) && tokens[at + 1]?.isCapital === true
  if (isPossessive(tokens[at - 1])) return false
  if (isInitial(token) && tokens[at + 1]?.word === '.') return true
  return isNameWord(token)
}

function isNameWord(token: Token): boolean {
  if ((token.classes & WORD.PARTICLE) !== 0 && !token.isCapital) return true
  return token.isCapital && !token.isAcronym && (token.classes & NO_NAME) === 0
}

function isInitial(token: Token | undefined): boolean {
  return token?.isCapital === true && token.end - token.start === 1
}

function isPossessive(token: Token | undefined): boolean {
  return token !== undefined && /'s?$/.test(token.word)
}
