/** What is known of a block when it is decided whether it is the article's. */
export interface Chance {
  /** How likely it is, 0 to 1. */
  readonly score: number
  /** How much text is at stake; code units. */
  readonly length: number
  /** Whether a rule has settled it: then it says nothing of the page nor of its neighbours. */
  readonly isSettled: boolean
}

/**
 * A block is worth having when its chance is above half of the F1 that the best choice can expect (Lipton, Elkan and
 * Narayanaswamy, "Thresholding Classifiers to Maximize F1 Score", 2014). A little less, since lost text is worse here than
 * text too much.
 */
const SHARE_OF_BEST_F1 = 0.38
/** What it costs, in log-odds, that the article begins or ends: blocks stand among their like. */
const SWITCH_COST = 0.3
/** Keeps log-odds finite. */
const LEAST = 0.0001

/** Which blocks of a page, given in order, are the article's: the likeliest runs of those that are worth having. */
export function chooseBlocks(chances: readonly Chance[]): readonly boolean[] {
  const limit = logOdds(limitOf(chances))
  const gains = chances.map(({ score, isSettled }) => (isSettled ? 0 : logOdds(score) - limit))
  const runs = likeliestRuns(gains)
  const chosen = runs.map((isInside, at) => isInside && chances[at]?.isSettled === false)
  // A page of one doubtful block is not worth a switch, and is still the best there is.
  return chosen.includes(true) ? chosen : gains.map((gain) => gain > 0)
}

/** Low on pages where nothing looks much like an article: what looks most like one is the best there is. */
function limitOf(chances: readonly Chance[]): number {
  const open = chances.filter(({ isSettled }) => !isSettled).sort((a, b) => b.score - a.score)
  const wanted = open.reduce((sum, { score, length }) => sum + score * length, 0)
  let taken = 0
  let right = 0
  let best = 0
  for (const { score, length } of open) {
    taken += length
    right += score * length
    best = Math.max(best, (2 * right) / (taken + wanted))
  }
  return best * SHARE_OF_BEST_F1
}

/** The choice with the highest sum of gains less the switches: Viterbi's way through two states. */
function likeliestRuns(gains: readonly number[]): readonly boolean[] {
  let outside = 0
  let inside = -SWITCH_COST
  const cameFromInside = gains.map((gain) => {
    const ways = { outside: inside - SWITCH_COST > outside, inside: inside >= outside - SWITCH_COST }
    const before = outside
    outside = Math.max(outside, inside - SWITCH_COST)
    inside = Math.max(inside, before - SWITCH_COST) + gain
    return ways
  })
  let isInside = inside > outside
  const chosen = cameFromInside.toReversed().map((ways) => {
    const isChosen = isInside
    isInside = isInside ? ways.inside : ways.outside
    return isChosen
  })
  return chosen.reverse()
}

function logOdds(chance: number): number {
  return Math.log(Math.max(LEAST, chance) / Math.max(LEAST, 1 - chance))
}
