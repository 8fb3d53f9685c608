import { countNoun } from './count-noun.ts'
import type { DigestItem } from './digest.ts'

/** How many other outlets carry a story that are not named, and how many statements there are that are not shown. */
export function moreCarriers({ moreCarrierCount = 0 }: DigestItem): string {
  return moreCarrierCount === 0 ? '' : `${countNoun(moreCarrierCount, 'more outlet')}`
}

export function moreStatements({ moreStatementCount = 0 }: DigestItem): string {
  return moreStatementCount === 0 ? '' : `and ${countNoun(moreStatementCount, 'more statement')}`
}

/** What is behind a follow-up besides what it shows. */
export function repeatWords({ repeatCount = 0 }: DigestItem): string {
  return repeatCount === 0 ? '' : `${countNoun(repeatCount, 'more report')} without news.`
}
