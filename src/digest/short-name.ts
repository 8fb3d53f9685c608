import { cleanLine } from './clean-line.ts'
import { shorten } from './shorten.ts'

const NAME_LENGTH = 60

/** A name of a topic, a feed or an outlet, as a mail prints it: one line that cannot act. */
export function shortName(name: string): string {
  return shorten(cleanLine(name), NAME_LENGTH)
}
