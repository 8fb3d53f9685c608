/** Stored articles made due at one tick after an edit of the topics: what is new does not wait long behind them. */
const PORTION = 1_000

export interface OfferRematchesPorts {
  readonly topicsVersion: () => string
  /** How far back stored articles are judged again. */
  readonly rematchMs: () => number
  readonly requeueOutdatedMatches: (request: {
    readonly topicsVersion: string
    readonly seenSince: number
    readonly now: number
    readonly limit: number
  }) => Promise<number>
  readonly countOutdatedMatches: (request: {
    readonly topicsVersion: string
    readonly seenSince: number
  }) => Promise<{ readonly leftCount: number }>
}

/** Makes a portion of the articles that older topics judged due for matching. @returns how many wait in all, when any */
export async function offerRematches(ports: OfferRematchesPorts, now: number): Promise<number> {
  const outdated = { topicsVersion: ports.topicsVersion(), seenSince: now - ports.rematchMs() }
  const requeuedCount = await ports.requeueOutdatedMatches({ ...outdated, now, limit: PORTION })
  return requeuedCount === 0 ? 0 : (await ports.countOutdatedMatches(outdated)).leftCount
}
