import {
  explainMissed,
  forbiddenFound,
  isChainFound,
  loadRecordedPages,
  type RecordedPage,
} from '../../test/statement/recorded-pages.ts'

/** Counts over the pages of the recorded days of which it is known what is said on them. */
export interface PageScore {
  readonly wanted: number
  /** Wanted ones with their words and speaker. */
  readonly right: number
  readonly direct: number
  readonly rightDirect: number
  readonly forbidden: number
  readonly forbiddenFound: number
  readonly chains: number
  readonly rightChains: number
}

/** What our own reading of the pages gives, against what is expected of them. */
export function scoreRecordedPages(): PageScore {
  const counts = loadRecordedPages().map(scorePage)
  const sum = (of: (score: PageScore) => number) => counts.reduce((total, score) => total + of(score), 0)
  return {
    wanted: sum((score) => score.wanted),
    right: sum((score) => score.right),
    direct: sum((score) => score.direct),
    rightDirect: sum((score) => score.rightDirect),
    forbidden: sum((score) => score.forbidden),
    forbiddenFound: sum((score) => score.forbiddenFound),
    chains: sum((score) => score.chains),
    rightChains: sum((score) => score.rightChains),
  }
}

function scorePage(page: RecordedPage): PageScore {
  const right = page.statements.filter((wanted) => explainMissed(page, wanted) === undefined)
  return {
    wanted: page.statements.length,
    right: right.length,
    direct: page.statements.filter(({ kind }) => kind === 'direct').length,
    rightDirect: right.filter(({ kind }) => kind === 'direct').length,
    forbidden: page.forbidden.length,
    forbiddenFound: forbiddenFound(page).length,
    chains: page.chains.length,
    rightChains: page.chains.filter((chain) => isChainFound(page, chain)).length,
  }
}
