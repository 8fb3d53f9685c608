import type { QueryMistake } from './query-mistake.ts'

const MOST_MISTAKES = 20
/** Of what was written, in a message. */
const LONGEST_SHOWN = 60

/** The first mistakes by their place, with what was written cut to a readable length. */
export function orderMistakes(mistakes: readonly QueryMistake[]): readonly QueryMistake[] {
  return mistakes
    .toSorted((left, right) => left.start - right.start || left.end - right.end)
    .slice(0, MOST_MISTAKES)
    .map((mistake) => ({ ...mistake, got: shorten(mistake.got) }))
}

function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}
