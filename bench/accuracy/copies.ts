import { countFalsePairs, EDIT_KINDS, shareFound } from './score-copies.ts'

/** `node bench/accuracy/copies.ts`: copies found among 1,000 invented pairs of each kind, and none among 100,000 random ones. */
const PAIRS = 1_000
const RANDOM_PAIRS = 100_000

for (const kind of EDIT_KINDS) {
  process.stdout.write(`${kind.padEnd(12)} ${(shareFound(kind, PAIRS) * 100).toFixed(1).padStart(6)} % found\n`)
}
process.stdout.write(
  `${RANDOM_PAIRS.toLocaleString('en')} random pairs: ${countFalsePairs(RANDOM_PAIRS, PAIRS)} taken for copies\n`,
)
