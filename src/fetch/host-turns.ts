import { randomUUID } from 'node:crypto'
import { type HostLine, lineOf, seatOf } from './host-line.ts'

/** A longer wait than this would hold a worker for nothing. */
const longestWaitMs = 5000
/** A request that has run this long, or half the gap, is told to the other workers. */
const lastingMs = 250
/** A visit whose end nobody told is over this long after its deadline. */
const visitMarginMs = 5000

/** What the workers share about hosts; times are epoch ms. */
export interface HostPorts {
  /**
   * Takes the next start at a host.
   * @returns when the request may start; beyond `latestAt`, nothing was taken, and it is when to ask again
   */
  readonly reserveHost: (
    host: string,
    gapMs: number,
    now: number,
    latestAt: number,
    maxVisitCount: number,
  ) => Promise<number>
  /** Tells of a request that lasts; while as many as may be in flight do, nobody is given a start. */
  readonly startVisit: (visit: {
    readonly id: string
    readonly host: string
    readonly now: number
    readonly untilAt: number
  }) => Promise<void>
  readonly endVisit: (id: string) => Promise<void>
}

export interface HostTurnsOptions extends HostPorts {
  readonly maxPerHost: number
  readonly totalTimeoutMs: number
  readonly now: () => number
  readonly sleepUntil: (at: number) => Promise<void>
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

/**
 * Keeps the manners at each host: a gap between two starts and so many requests in flight, over all workers. A start
 * is only ever taken at its instant, so whoever is told to come later has burnt none, and all requests that run then
 * began a gap ago or more: those that last have been told of.
 */
export function openHostTurns(options: HostTurnsOptions): HostTurns {
  const lines = new Map<string, HostLine>()

  async function take(host: string, gapMs: number): Promise<Turn> {
    const line = lineOf(lines, host, options.maxPerHost)
    if (line.waitingCount() * gapMs >= longestWaitMs) return later(line, gapMs)
    const leave = await seatOf(line, longestWaitMs)
    if (!leave) return later(line, gapMs)
    try {
      const startAt = await waitForStart(options, host, gapMs)
      if (startAt === undefined) return { kind: 'go', end: startedVisit(options, { host, gapMs, leave }) }
      leave()
      return { kind: 'later', retryAt: startAt }
    } catch (error) {
      leave()
      throw error
    }
  }

  /** Those who are sent away are told times a gap apart, so that they do not come back together. */
  function later(line: HostLine, gapMs: number): Turn {
    line.promisedAt = Math.max(line.promisedAt, options.now() + longestWaitMs - gapMs) + gapMs
    return { kind: 'later', retryAt: line.promisedAt }
  }

  async function cool(host: string, untilAt: number): Promise<void> {
    const now = options.now()
    // A start with a gap as long as the pause, whoever is there: all workers see it.
    await options.reserveHost(host, untilAt - now, now, untilAt, Number.MAX_SAFE_INTEGER)
  }

  return { take, cool }
}

/** @returns when to come again, or nothing: the start is now */
async function waitForStart(options: HostTurnsOptions, host: string, gapMs: number): Promise<number | undefined> {
  let now = options.now()
  const patientUntil = now + longestWaitMs
  for (;;) {
    const startAt = await options.reserveHost(host, gapMs, now, now, options.maxPerHost)
    if (startAt <= now) return undefined
    if (startAt > patientUntil) return startAt
    await options.sleepUntil(startAt)
    // The clock of a recorded day stands still while somebody sleeps.
    now = Math.max(options.now(), startAt)
  }
}

/** @returns what ends the visit */
function startedVisit(
  options: HostTurnsOptions,
  { host, gapMs, leave }: { readonly host: string; readonly gapMs: number; readonly leave: () => void },
): () => void {
  let told: Promise<string | undefined> | undefined
  const timer = setTimeout(
    () => {
      told = tell(options, host)
    },
    Math.max(gapMs / 2, lastingMs),
  )
  return () => {
    clearTimeout(timer)
    leave()
    // A database that fails is for the step's next write to report; the visit runs out by itself.
    told?.then((id) => (id === undefined ? undefined : options.endVisit(id))).catch(() => undefined)
  }
}

async function tell(options: HostTurnsOptions, host: string): Promise<string | undefined> {
  const id = randomUUID()
  const now = options.now()
  const untilAt = now + options.totalTimeoutMs + visitMarginMs
  return options.startVisit({ id, host, now, untilAt }).then(
    () => id,
    () => undefined,
  )
}
