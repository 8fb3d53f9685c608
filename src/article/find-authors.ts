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
const NO_NAME = /https?:|@|\d|^(?:admin|editor|redaktion|staff|newsroom|editorial|null|undefined)$/i

/** The people the page names as its authors, from the source that is most exact: for machines first, then as printed. */
export function findAuthors(sources: AuthorSources): readonly string[] {
  const siteNames = new Set(sources.siteNames.map(foldText))
  for (const source of [sources.jsonLd, sources.meta, sources.bylines, sources.listed]) {
    const names = source
      .flatMap(splitNames)
      .slice(0, MAX_AUTHORS)
      .filter((name) => !siteNames.has(foldText(name)))
    if (names.length > 0)
      return names.filter((name, index) => names.findIndex((other) => foldText(other) === foldText(name)) === index)
  }
  return []
}

/** "By KHRYSTYNA BOND and Oleh Kit" → Khrystyna Bond, Oleh Kit. */
export function splitNames(printed: string): readonly string[] {
  if (/https?:|www\./.test(printed)) return []
  return normalizeText(printed)
    .replace(BY, '')
    .split(BETWEEN)
    .map((name) => calmCase(name.replace(/^[\s.,:–—-]+|[\s,:–—-]+$/g, '').replace(BY, '')))
    .filter((name) => name.length >= 3 && name.length <= MAX_NAME_LENGTH && !NO_NAME.test(name))
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

function calmCase(name: string): string {
  if (name !== name.toUpperCase() || name.length < 5) return name
  return name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}
