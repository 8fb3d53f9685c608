/** A clock that stands still until it is set; whoever sleeps wakes at once. */
export interface VirtualClock {
  readonly now: () => number
  readonly sleepUntil: (at: number) => Promise<void>
  /** Never backwards. */
  readonly advanceTo: (at: number) => void
}

export function openVirtualClock(startAt: number): VirtualClock {
  let current = startAt
  return {
    now: () => current,
    sleepUntil: () => Promise.resolve(),
    advanceTo: (at) => {
      current = Math.max(current, at)
    },
  }
}
