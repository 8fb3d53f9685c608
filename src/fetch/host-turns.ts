/** A longer wait than this would hold a worker for nothing. */
const longestWaitMs = 5000

export interface HostTurnsOptions {
  readonly maxPerHost: number
  readonly now: () => number
  readonly sleepUntil: (at: number) => Promise<void>
  /** Takes the next free start at the host, in the database, so that all workers together keep the gap (epoch ms). */
  readonly reserveHost: (host: string, gapMs: number, now: number) => Promise<number>
}

export type Turn =
  | { readonly kind: 'go'; readonly end: () => void }
  | { readonly kind: 'later'; readonly retryAt: number }

export interface HostTurns {
  /** Waits for the host's turn, 5 s at most. A turn that is given must be ended. */
  take(host: string, gapMs: number): Promise<Turn>
  /** Nobody starts at this host before then: it said that it has had enough. */
  cool(host: string, untilAt: number): Promise<void>
}

interface HostLine {
  running: number
  coolUntilAt: number
  readonly waiting: Set<() => void>
  /** Starts that were reserved too far ahead to wait for; whoever comes in time uses them. */
  starts: number[]
}

export function openHostTurns(options: HostTurnsOptions): HostTurns {
  const lines = new Map<string, HostLine>()

  async function take(host: string, gapMs: number): Promise<Turn> {
    const line = lineOf(lines, host)
    const now = options.now()
    if (line.coolUntilAt > now + longestWaitMs) return { kind: 'later', retryAt: line.coolUntilAt }
    if (!(await enter(line, options.maxPerHost))) return { kind: 'later', retryAt: options.now() + longestWaitMs }
    const startAt = await nextStart(line, host, gapMs).catch((error) => {
      leave(lines, host, line)
      throw error
    })
    if (startAt > options.now() + longestWaitMs) {
      line.starts.push(startAt)
      leave(lines, host, line)
      return { kind: 'later', retryAt: startAt - longestWaitMs + gapMs }
    }
    await options.sleepUntil(startAt)
    return { kind: 'go', end: () => leave(lines, host, line) }
  }

  async function nextStart(line: HostLine, host: string, gapMs: number): Promise<number> {
    const now = options.now()
    line.starts = line.starts.filter((at) => at >= now).sort((a, b) => a - b)
    const [first] = line.starts
    if (first !== undefined && first <= now + longestWaitMs) {
      line.starts.shift()
      return first
    }
    return options.reserveHost(host, gapMs, now)
  }

  async function cool(host: string, untilAt: number): Promise<void> {
    const now = options.now()
    const line = lineOf(lines, host)
    line.coolUntilAt = Math.max(line.coolUntilAt, untilAt)
    // One reservation as long as the pause tells the other workers.
    await options.reserveHost(host, untilAt - now, now)
  }

  return { take, cool }
}

function lineOf(lines: Map<string, HostLine>, host: string): HostLine {
  const known = lines.get(host)
  if (known) return known
  const line = { running: 0, coolUntilAt: 0, waiting: new Set<() => void>(), starts: [] }
  lines.set(host, line)
  return line
}

/** @returns false when nobody left in time */
async function enter(line: HostLine, maxPerHost: number): Promise<boolean> {
  if (line.running < maxPerHost) {
    line.running++
    return true
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      line.waiting.delete(begin)
      resolve(false)
    }, longestWaitMs)
    const begin = () => {
      clearTimeout(timer)
      resolve(true)
    }
    line.waiting.add(begin)
  })
}

/** Hands the place to the next in line, or gives it up. */
function leave(lines: Map<string, HostLine>, host: string, line: HostLine): void {
  const [next] = line.waiting
  if (next) {
    line.waiting.delete(next)
    next()
    return
  }
  line.running--
  if (line.running === 0 && line.starts.length === 0 && line.coolUntilAt === 0) lines.delete(host)
}
