/** Bodies beyond this size are taken in a few at a time, so that memory stays flat however many hosts pour at once. */
export const largeBodyBytes = 1024 * 1024
const maxCount = 4

export interface LargeBodies {
  /** `begin` is called when there is room, now or later. @returns what gives the place, or the waiting for it, up */
  enter(begin: () => void): () => void
}

export function openLargeBodies(): LargeBodies {
  const inside = new Set<() => void>()
  const waiting = new Set<() => void>()

  function enter(begin: () => void): () => void {
    waiting.add(begin)
    admit()
    return () => {
      waiting.delete(begin)
      if (inside.delete(begin)) admit()
    }
  }

  function admit(): void {
    for (const begin of waiting) {
      if (inside.size >= maxCount) return
      waiting.delete(begin)
      inside.add(begin)
      begin()
    }
  }

  return { enter }
}
