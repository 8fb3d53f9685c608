import { foldName } from '../person/fold-name.ts'
import { pronounOfGivenName } from '../person/given-names.ts'
import type { Person } from '../person/person.ts'
import { findPerson, findRole } from '../person/person-index.ts'
import { roleHolder } from '../person/role-holder.ts'
import { actorOfPronoun } from './actor-of-pronoun.ts'
import { type Actor, bringForward, type Cast, newActor, printed } from './cast.ts'
import { latestActor } from './latest-actor.ts'
import type { Phrase } from './phrase.ts'
import { type Resolution, roleOfActor } from './role-of-actor.ts'
import type { Speaker, SpeakerRole } from './statement.ts'
import type { Token } from './token.ts'
import { WORD } from './word-class.ts'

export interface Resolved {
  readonly actor: Actor
  readonly speaker: Speaker
  readonly role?: SpeakerRole
}

/** How many of the latest in focus an office may mean. */
const MAX_FOCUS = 20

/** Who a phrase means in this article, by what was printed up to here. */
export function resolveSpeaker(cast: Cast, tokens: readonly Token[], phrase: Phrase): Resolved | undefined {
  switch (phrase.kind) {
    case 'pronoun':
      return resolvePronoun(cast, tokens, phrase)
    case 'name':
      return resolveName(cast, tokens, phrase)
    case 'organisation':
      return resolveOrganisation(cast, tokens, phrase)
    case 'description':
    case 'thing':
      return resolveDescription(cast, tokens, phrase)
  }
}

function resolvePronoun(cast: Cast, tokens: readonly Token[], phrase: Phrase): Resolved | undefined {
  const token = tokens[phrase.surface.from]
  const classes = token?.classes ?? 0
  const actor = actorOfPronoun(cast, { classes, block: token?.block ?? 0 })
  if (actor === undefined) return undefined
  if (actor.kind === 'person' && (classes & WORD.PRONOUN) !== 0 && (classes & WORD.THEY) === 0)
    actor.gender ??= (classes & WORD.SHE) !== 0 ? 'she' : 'he'
  return resolved(cast, tokens, { actor, phrase, resolvedBy: 'pronoun' })
}

function resolveName(cast: Cast, tokens: readonly Token[], phrase: Phrase): Resolved {
  const actor = actorOfName(cast, tokens, phrase)
  const role = phrase.role === undefined ? undefined : printed(cast.text, tokens, phrase.role)
  if (role !== undefined && !actor.roles.includes(role)) actor.roles.push(role)
  return resolved(cast, tokens, { actor, phrase, resolvedBy: 'name' })
}

function actorOfName(cast: Cast, tokens: readonly Token[], { surface, range }: Phrase): Actor {
  const name = printed(cast.text, tokens, surface)
  const key = foldName(name.split(/\s+/).at(-1) ?? '', cast.language)
  const known = cast.actors.get(key)
  if (known !== undefined && isSameName(known, name)) return known
  const isLong = /\s/u.test(name)
  const full = isLong ? name : (cast.fullNames.get(key) ?? name)
  const person = findPerson(cast.index, full.split(/\s+/), cast.language)
  const title =
    tokens[surface.from - 1]?.word === '.' ? tokens[surface.from - 2] : tokens[Math.max(range.from, surface.from - 1)]
  const gender = genderOf(title) ?? pronounOfGivenName(givenName(full))
  const actor = newActor({
    name: person?.name ?? full,
    kind: 'person',
    ...(person === undefined ? {} : { personId: person.id }),
    ...(gender === undefined ? {} : { gender }),
  })
  cast.actors.set(key, actor)
  return actor
}

/** Two people of one surname are two. */
function isSameName(actor: Actor, name: string): boolean {
  if (actor.personId !== undefined || !/\s/u.test(name) || !/\s/u.test(actor.name)) return true
  return name[0] === actor.name[0]
}

/** The first of several words. */
function givenName(full: string): string {
  return /^(\S+)\s/u.exec(full)?.[1] ?? ''
}

function genderOf(title: Token | undefined): 'he' | 'she' | undefined {
  if (title === undefined) return undefined
  if ((title.classes & WORD.MRS) !== 0) return 'she'
  return (title.classes & WORD.MR) !== 0 ? 'he' : undefined
}

/** "the ministry" is the ministry named before; "the report" speaks for who spoke last. */
function resolveOrganisation(cast: Cast, tokens: readonly Token[], phrase: Phrase): Resolved | undefined {
  const words = significantWords(tokens, phrase)
  const isDocument = hasWord(tokens, phrase, WORD.DOCUMENT) && !hasWord(tokens, phrase, WORD.ORGANISATION)
  if (isDocument) {
    const author = latestActor(cast, () => true)
    return author === undefined
      ? undefined
      : resolved(cast, tokens, { actor: author, phrase, resolvedBy: 'description' })
  }
  const before = latestActor(
    cast,
    (actor) => actor.kind === 'organisation' && words.every((word) => wordsOf(actor.name).includes(word)),
  )
  if (before !== undefined) {
    const isSame = before.name.split(/\s+/).length === words.length
    return resolved(cast, tokens, { actor: before, phrase, resolvedBy: isSame ? 'name' : 'description' })
  }
  const name = withoutDeterminer(cast, tokens, phrase)
  const isUnnamed =
    hasWord(tokens, phrase, WORD.MEDIA) &&
    !tokens.slice(phrase.surface.from + 1, phrase.surface.to).some(({ isCapital }) => isCapital)
  const actor = newActor({ name, kind: isUnnamed ? 'unnamed' : 'organisation' })
  return resolved(cast, tokens, { actor, phrase, resolvedBy: 'name' })
}

/** "the minister": who holds the office that day, else who was printed with such an office, else nobody in particular. */
function resolveDescription(cast: Cast, tokens: readonly Token[], phrase: Phrase): Resolved {
  const words = printed(cast.text, tokens, phrase.surface)
  const roleId = findRole(cast.index, words)
  const holder =
    roleId === undefined || cast.at === undefined ? undefined : roleHolder(cast.index.book, roleId, cast.at)
  if (holder !== undefined)
    return resolved(cast, tokens, { actor: actorOfPerson(cast, holder), phrase, resolvedBy: 'office' })
  const actor = isDefinite(tokens, phrase) ? bestByRole(cast, tokens, phrase) : undefined
  if (actor !== undefined) return resolved(cast, tokens, { actor, phrase, resolvedBy: 'office' })
  const unnamed = newActor({ name: words, kind: 'unnamed', isMany: isMany(tokens, phrase) })
  return resolved(cast, tokens, { actor: unnamed, phrase, resolvedBy: 'description' })
}

function actorOfPerson(cast: Cast, person: Person): Actor {
  for (const actor of cast.actors.values()) if (actor.personId === person.id) return actor
  const gender = pronounOfGivenName(givenName(person.name))
  const actor = newActor({
    name: person.name,
    kind: 'person',
    personId: person.id,
    ...(gender === undefined ? {} : { gender }),
  })
  cast.actors.set(foldName(person.name.split(' ').at(-1) ?? '', cast.language), actor)
  return actor
}

function isDefinite(tokens: readonly Token[], { surface }: Phrase): boolean {
  const first = tokens[surface.from]
  return first !== undefined && !INDEFINITE.has(first.word) && !/s$/u.test(first.isCapital ? '' : first.word)
}

/** "Jane Example and John Sample", "three sources". */
function isMany(tokens: readonly Token[], { surface }: Phrase): boolean {
  return tokens
    .slice(surface.from, surface.to)
    .some(({ classes, word, isCapital }) =>
      (classes & WORD.ROLE) === 0 ? (classes & WORD.AND) !== 0 : !isCapital && word.endsWith('s'),
    )
}

const INDEFINITE = new Set([
  'a',
  'an',
  'one',
  'another',
  'some',
  'two',
  'three',
  'ein',
  'eine',
  'einer',
  'un',
  'une',
  'des',
  'один',
  'одна',
  'jeden',
  'jedna',
])

function bestByRole(cast: Cast, tokens: readonly Token[], phrase: Phrase): Actor | undefined {
  const asked = significantWords(tokens, phrase)
  const isBroad = hasWord(tokens, phrase, WORD.BROAD_ROLE)
  let best: { actor: Actor; score: number } | undefined
  for (const actor of cast.focus.slice(-MAX_FOCUS).toReversed()) {
    if (actor.kind !== 'person') continue
    const score = Math.max(0, ...actor.roles.map((role) => scoreRole(asked, wordsOf(role), isBroad)))
    if (score > 0 && score > (best?.score ?? 0)) best = { actor, score }
  }
  return best?.actor
}

/** Every word asked for must be printed with the office; of a broad office ("the Freedonian leader") all but the last. */
function scoreRole(asked: readonly string[], role: readonly string[], isBroad: boolean): number {
  const shared = asked.filter((word) => role.includes(word)).length
  if (shared === asked.length) return shared + 1
  return isBroad && asked.length > 1 && shared === asked.length - 1 ? shared : 0
}

function resolved(cast: Cast, tokens: readonly Token[], { actor, phrase, resolvedBy }: Resolution): Resolved {
  if (phrase.kind !== 'thing') bringForward(cast, actor, tokens[phrase.range.from]?.block ?? 0)
  const { name, kind, personId } = actor
  const isUnsaid = phrase.kind === 'pronoun' && ((tokens[phrase.surface.from]?.classes ?? 0) & WORD.PRONOUN) === 0
  const surface = isUnsaid ? name : printed(cast.text, tokens, phrase.surface)
  const role = roleOfActor(cast, tokens, { actor, phrase, resolvedBy })
  const speaker = { surface, name, kind, resolvedBy, ...(personId === undefined ? {} : { personId }) }
  return role === undefined ? { actor, speaker } : { actor, speaker, role }
}

function significantWords(tokens: readonly Token[], { surface }: Phrase): readonly string[] {
  return tokens
    .slice(surface.from, surface.to)
    .filter(({ isWord, classes }) => isWord && (classes & (WORD.DETERMINER | WORD.LINK)) === 0)
    .map(({ word }) => word.replace(/'s?$/u, ''))
}

function wordsOf(printedName: string): readonly string[] {
  return printedName
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s,]+/)
    .map((word) => word.replace(/'s?$/u, ''))
}

function withoutDeterminer(cast: Cast, tokens: readonly Token[], { surface }: Phrase): string {
  const isArticle = ((tokens[surface.from]?.classes ?? 0) & WORD.DETERMINER) !== 0 && surface.to - surface.from > 1
  const isKept = hasWord(tokens, { surface }, WORD.MEDIA)
  return printed(cast.text, tokens, { from: isArticle && !isKept ? surface.from + 1 : surface.from, to: surface.to })
}

function hasWord(tokens: readonly Token[], { surface }: Pick<Phrase, 'surface'>, classes: number): boolean {
  return tokens.slice(surface.from, surface.to).some((token) => (token.classes & classes) !== 0)
}
