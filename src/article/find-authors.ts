import { foldText, normalizeText } from './normalize-text.ts'

export interface AuthorSources {
  readonly jsonLd: readonly string[]
  readonly meta: readonly string[]
  /** What the page prints as its byline. */
  readonly bylines: readonly string[]
  readonly listed: readonly string[]
  /** Names of the outlet, which are no person's. */
  readonly siteNames: readonly string[]
}

const BY =
  /^(?:written |reported |posted |story |words )?(?:by|von|par|por|di|door|av|autor(?:ka|en|es)?|auteur|author|автор|текст|text|tekst|opracowa\p{L}*)(?![\p{L}\p{N}])\s*:?\s*/iu
const BETWEEN = /\s*(?:,|;|\||\/|·|•|&|\s(?:and|und|et|y|e|i|та|и|і|og|och|en)\s)\s*/u
/** A page that names more is a trap. */
const MAX_AUTHORS = 40
const MAX_NAME_LENGTH = 60
const NO_NAME =
  /https?:|[@:*()[\]{}<>©]|\d|^(?:admin|editor|redaktion|staff|newsroom|editorial|null|undefined|guest|unknown)$|^[a-z]+(?:[-_][a-z]+)+$/i
/** "Ada Brannoch (abr)", "신현주 기자": an initial, or an office behind the name. */
const AFTER_NAME = /\s*\([^()]{1,20}\)$|\s+(?:기자|특파원|記者)$/u

/**
 * The people the page names as its authors, from the source that is most exact: for machines first, then as printed. An
 * outlet is taken for the author only when nobody else is named and the page says so.
 */
export function findAuthors(sources: AuthorSources): readonly string[] {
  const printed = sources.bylines.filter((byline) => BY.test(byline) || splitNames(byline).every(looksLikeName))
  for (const source of [sources.jsonLd, sources.meta, printed, sources.listed]) {
    const names = source.flatMap(splitNames).filter((name) => !isOutlet(name, sources.siteNames))
    if (names.length > 0) return distinct(names)
  }
  return organisation([...sources.jsonLd, ...sources.meta], [...printed, ...sources.listed], sources.siteNames)
}

function distinct(names: readonly string[]): readonly string[] {
  const folded = names.map(foldText)
  return names.filter((_, index) => folded.indexOf(folded[index] ?? '') === index).slice(0, MAX_AUTHORS)
}

/** The first name that machines are told, else the first printed one that says more than the outlet's name: "Echo desk". */
function organisation(
  stated: readonly string[],
  printed: readonly string[],
  siteNames: readonly string[],
): readonly string[] {
  const sites = new Set(siteNames.map(foldText))
  const desks = printed.flatMap(splitNames).filter((name) => !sites.has(foldText(name)))
  return [...stated.map(normalizeText).filter(isOrganisation), ...desks].slice(0, 1)
}

/** "Echo" and "Echo Newsroom", of the Echo. */
function isOutlet(name: string, siteNames: readonly string[]): boolean {
  const folded = foldText(name)
  return siteNames.map(foldText).some((site) => site !== '' && (folded === site || folded.startsWith(`${site} `)))
}

function isOrganisation(name: string): boolean {
  return (
    name.length >= 2 && name.length <= MAX_NAME_LENGTH && !/https?:|www\.|@|_|^(?:admin|null|undefined)$/i.test(name)
  )
}

/** "By KHRYSTYNA BOND and Oleh Kit" → Khrystyna Bond, Oleh Kit. */
export function splitNames(printed: string): readonly string[] {
  if (/https?:|www\./.test(printed)) return []
  return normalizeText(printed)
    .replace(BY, '')
    .split(BETWEEN)
    .map((name) => calmCase(bareName(name)))
    .filter((name) => name.length >= minLength(name) && name.length <= MAX_NAME_LENGTH && !NO_NAME.test(name))
}

/** Two or more capitalised words and nothing else. */
export function looksLikeName(text: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|van|von|der|den|da|di|la|le|el|al|bin) ?)*\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(
    text,
  )
}

export function isByline(text: string): boolean {
  return text.length <= 150 && BY.test(text) && splitNames(text).length > 0 && splitNames(text).every(looksLikeName)
}

function bareName(name: string): string {
  return name
    .replace(/^[\s.,:–—-]+|[\s,:–—-]+$/g, '')
    .replace(BY, '')
    .replace(AFTER_NAME, '')
}

/** Names in Chinese, Japanese and Korean have two letters or more. */
function minLength(name: string): number {
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(name) ? 2 : 3
}

function calmCase(name: string): string {
  if (name !== name.toUpperCase() || name.length < 5) return name
  return name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}
