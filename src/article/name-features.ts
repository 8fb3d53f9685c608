import { BLOCK_FEATURES } from './measure-blocks.ts'

/** What a group of measures is called before people; the first pattern that fits a measure's name counts. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^(?:picked|.*picked share|.* picked)$/, 'what Readability left out'],
  [/^neighbour/, 'its neighbours'],
  [/link/, 'its links'],
  [/^(?:container|main part|page|article element)/, 'the part of the page it stands in'],
  [/^kind/, 'blocks made like it'],
  [/^named/, 'the names of its elements'],
  [/^(?:any rule|rule)/, 'rules'],
  [/^(?:inside|heading|list|quote|caption|table|depth|own element|bold|emphasised)/, 'its elements'],
  [/(?:before|after|from the|since|until|distance|index)/, 'its place'],
  [/(?:title|description|JSON-LD|twice|standfirst)/, 'what else says the same'],
]
const OWN_WORDS = 'its length and signs'
const MAX_NAMED = 2

const NAMES = BLOCK_FEATURES.map((feature) => GROUPS.find(([pattern]) => pattern.test(feature))?.[1] ?? OWN_WORDS)

/** "unlike the article by its links and its place": the groups of measures that spoke most against a block. */
export function nameFeatures(moved: ReadonlyMap<number, number>): string {
  const sums = new Map<string, number>()
  for (const [feature, by] of moved) {
    const name = NAMES[feature] ?? OWN_WORDS
    sums.set(name, (sums.get(name) ?? 0) + by)
  }
  const against = [...sums].filter(([, by]) => by < 0).sort(([, a], [, b]) => a - b)
  const names = against.slice(0, MAX_NAMED).map(([name]) => name)
  return names.length === 0 ? 'unlike the article' : `unlike the article by ${names.join(' and ')}`
}
