import { type Carrier, type IndependentSource, independentOutlets } from '../story/independent-outlets.ts'
import { countNoun } from './count-noun.ts'
import { joinWords } from './join-words.ts'
import { shortName } from './short-name.ts'

const NAMED_OUTLETS = 3
const TOLD_RELATIONS = 3

/**
 * How many carry a story, and how many of them are sources of their own: "4 outlets, 2 independent: Example Post carries
 * Example Agency’s text". Undefined for a single article.
 * @param carriers in the order in which they came out
 */
export function composeSources(carriers: readonly Carrier[]): string | undefined {
  if (carriers.length < 2) return undefined
  const outlets = new Set(carriers.map((carrier) => carrier.outlet))
  const reports = carriers.length > outlets.size ? `${countNoun(carriers.length, 'report')} in ` : ''
  const count = `${reports}${countNoun(outlets.size, 'outlet')}`
  if (outlets.size === 1) return `${count}.`
  const sources = independentOutlets(carriers)
  if (sources.length >= outlets.size) return `${count}, all independent.`
  const relations = sources.flatMap((source) => relationsOf(source, carriers))
  const rest = relations.length - TOLD_RELATIONS
  const told = relations.slice(0, TOLD_RELATIONS).join('; ') + (rest > 0 ? `; and ${rest} more such` : '')
  return `${count}, ${sources.length} independent: ${told}.`
}

/** "North Post and Lakeland Courier carry Orbis Press’s text" */
function relationsOf(source: IndependentSource, carriers: readonly Carrier[]): readonly string[] {
  const byWhy = Map.groupBy(source.alsoBy, (each) => each.why)
  return [...byWhy].map(([why, others]) => {
    const names = others.map((each) => each.outlet)
    if (why === 'family')
      return `${listOf(names)} ${names.length > 1 ? 'are' : 'is'} of ${nameOf(source.outlet)}’s publisher`
    const agency = sharedAgency([source.outlet, ...names], carriers)
    if (agency !== undefined) return `${listOf([source.outlet, ...names])} carry ${agency}’s text`
    return `${listOf(names)} ${names.length > 1 ? 'carry' : 'carries'} ${nameOf(source.outlet)}’s text`
  })
}

/** The agency whose text all of them have by their own word. */
function sharedAgency(outlets: readonly string[], carriers: readonly Carrier[]): string | undefined {
  const ofOutlet = outlets.map((outlet) => {
    return new Set(carriers.filter((each) => each.outlet === outlet).flatMap((each) => each.agencies))
  })
  const shared = [...(ofOutlet[0] ?? [])].find((agency) => ofOutlet.every((agencies) => agencies.has(agency)))
  return shared === undefined ? undefined : shortName(shared)
}

function listOf(outlets: readonly string[]): string {
  return joinWords(outlets.map(nameOf), NAMED_OUTLETS)
}

function nameOf(outlet: string): string {
  return shortName(outlet) || 'an outlet without a name'
}
