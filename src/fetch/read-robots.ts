import type { ParseRobots } from './open-robots-parser.ts'

/** A longer Crawl-delay would keep the feeds of the host waiting too. */
const longestCrawlDelayMs = 300_000

export interface RobotsCopy {
  readonly body: string
  /** As answered; 0 when there was no answer. */
  readonly status: number
  readonly fetchedAt: number
}

export interface RobotsMeans {
  readonly userAgent: string
  readonly parse: ParseRobots
}

export interface RobotsVerdict {
  readonly allowed: boolean
  readonly crawlDelayMs?: number
}

/** RFC 9309, 2.3.1: 4xx means that all is allowed; 5xx and no answer, that nothing is. */
export function readRobots(copy: RobotsCopy, url: URL, { userAgent, parse }: RobotsMeans): RobotsVerdict {
  if (copy.status >= 400 && copy.status < 500) return { allowed: true }
  if (copy.status < 200 || copy.status >= 300) return { allowed: false }
  const rules = parse(copy.body, url)
  const allowed = rules.isAllowed(url.href, userAgent) !== false
  const delay = rules.getCrawlDelay(userAgent)
  return delay !== undefined && delay > 0
    ? { allowed, crawlDelayMs: Math.min(delay * 1000, longestCrawlDelayMs) }
    : { allowed }
}
