import type { ArticleTraits, FactTrait } from './story-article.ts'

/** Passages that begin before this code unit tell which event an article is about. */
const LEAD = 600

/** Whether an article is about another one of a row than all others: "the 12th package", "the 13th". */
export function isOtherOfRow({ ordinals }: ArticleTraits, others: readonly ArticleTraits[]): boolean {
  const known = others.flatMap((other) => other.ordinals)
  const shared = ordinals.filter(({ word }) => known.some((other) => other.word === word))
  return (
    shared.length > 0 &&
    !shared.some(({ word, value }) => known.some((other) => other.word === word && other.value === value))
  )
}

/** Whether two articles have other places and other numbers of the same unit: the same form filled in for another event. */
export function isOtherPlaceAndNumber(left: ArticleTraits, right: ArticleTraits): boolean {
  const places = leadFacts(left, 'place')
  const otherPlaces = leadFacts(right, 'place')
  if (places.length === 0 || otherPlaces.length === 0) return false
  const isElsewhere = !hasAny(places, new Set(right.names)) && !hasAny(otherPlaces, new Set(left.names))
  return isElsewhere && isOtherNumber(leadFacts(left, 'number'), leadFacts(right, 'number'))
}

function hasAny(places: readonly FactTrait[], known: ReadonlySet<number>): boolean {
  return places.some(({ keys }) => keys.some((key) => known.has(key)))
}

function isOtherNumber(left: readonly FactTrait[], right: readonly FactTrait[]): boolean {
  const sameUnit = left.flatMap((one) =>
    right.filter((other) => other.keys[1] === one.keys[1]).map((other) => other.keys[0] === one.keys[0]),
  )
  return sameUnit.length > 0 && !sameUnit.includes(true)
}

function leadFacts({ facts }: ArticleTraits, kind: FactTrait['kind']): readonly FactTrait[] {
  return facts.filter((fact) => fact.kind === kind && fact.start < LEAD)
}
