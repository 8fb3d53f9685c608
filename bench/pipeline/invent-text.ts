import type { Dice } from './dice.ts'

type Words = readonly [string, ...string[]]

const places: Words = ['Korvyn', 'Elmsund', 'Tern Point', 'Ostrel', 'Vessara', 'Halmar', 'Ash Valley', 'Lower Sulve']
const people: Words = ['Elke Sandoz', 'Tobias Ferrent', 'Gro Halland', 'Mirela Duvan', 'Anton Brisk', 'Ines Okoro']
const groups: Words = [
  'the harbour office',
  'the county council',
  'the ferry line',
  'the teachers',
  'the bridge company',
]
const deeds: Words = ['counted', 'postponed', 'promised', 'inspected', 'repainted', 'defended', 'refused', 'presented']
const kinds: Words = ['new', 'disputed', 'wooden', 'long-awaited', 'borrowed', 'annual', 'temporary', 'second']
const things: Words = ['timetables', 'lanterns', 'school buses', 'budget lines', 'ice breakers', 'archives', 'orchards']
const times: Words = ['on Monday', 'before the summer', 'after a long night', 'for the third time', 'without a vote']
const reasons: Words = [
  'because nobody had asked the neighbours',
  'although the figures were read out twice',
  'while the old contract was still in force',
  'as the committee had asked in a letter of forty pages',
  'and a report on the costs is expected within the month',
]

/** ASCII, like all text here: it means the same in every charset that a page may declare. */
export function inventHeadline(dice: Dice): string {
  const subject = capital(dice.pick([dice.pick(groups), dice.pick(people)]))
  const object = `${dice.between(2, 990)} ${dice.pick(kinds)} ${dice.pick(things)}`
  return `${subject} ${dice.pick(deeds)} ${object} in ${dice.pick(places)} ${dice.pick(times)}`
}

export function inventParagraph(dice: Dice): string {
  return Array.from({ length: dice.between(1, 5) }, () => inventSentence(dice)).join(' ')
}

function inventSentence(dice: Dice): string {
  const claim = `${dice.pick(groups)} ${dice.pick(deeds)} ${dice.between(2, 990)} ${dice.pick(kinds)} ${dice.pick(things)}`
  const end = `${dice.pick(times)} in ${dice.pick(places)}, ${dice.pick(reasons)}`
  return dice.pick([
    `${capital(claim)} ${end}.`,
    `"We ${dice.pick(deeds)} the ${dice.pick(things)}," said ${dice.pick(people)}, and ${claim} ${end}.`,
    `${dice.pick(people)} told the ${dice.pick(places)} assembly that ${claim} ${end}.`,
  ])
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
