/** Who is at one host from this process, and who waits. */
export interface HostLine {
  /** The time that the last one to be sent away was told. */
  promisedAt: number
  waitingCount(): number
  /** @returns whether there was room */
  enter(): boolean
  /** `begin` is called when there is room. @returns what stops the waiting */
  queue(begin: () => void): () => void
  leave(): void
}

/** The host's line, which is forgotten when nobody is in it. */
export function lineOf(lines: Map<string, HostLine>, host: string, maxCount: number): HostLine {
  const known = lines.get(host)
  if (known) return known
  let runningCount = 0
  const waiting = new Set<() => void>()
  const line: HostLine = {
    promisedAt: 0,
    waitingCount: () => waiting.size,
    enter: () => {
      if (runningCount >= maxCount) return false
      runningCount++
      return true
    },
    queue: (begin) => {
      waiting.add(begin)
      return () => waiting.delete(begin)
    },
    leave: () => {
      const [next] = waiting
      if (next) {
        waiting.delete(next)
        next()
      } else {
        runningCount--
        if (runningCount === 0) lines.delete(host)
      }
    },
  }
  lines.set(host, line)
  return line
}

/** Waits for room. @returns what gives the place up again, or nothing when nobody left in time */
export async function seatOf(line: HostLine, longestWaitMs: number): Promise<(() => void) | undefined> {
  if (line.enter()) return line.leave
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      unqueue()
      resolve(undefined)
    }, longestWaitMs)
    const unqueue = line.queue(() => {
      clearTimeout(timer)
      resolve(line.leave)
    })
  })
}
