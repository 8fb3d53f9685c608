import { createRequire } from 'node:module'

// Its types promise a default export that its CommonJS does not have.
const robotsParser: (url: string, body: string) => Rules = createRequire(import.meta.url)('robots-parser')

/** RFC 9309, 2.5: at least 500 KiB must be read. More is cut off, as are rules past the 5,000th. */
const maxLength = 500 * 1024
const maxRuleCount = 5000
/** Matching a rule with `*` costs its length times the URL's; a file made to cost seconds is cut off here. */
const maxMatchSteps = 10_000_000
/** A longer Crawl-delay would keep the feeds of the host waiting too. */
const longestCrawlDelayMs = 300_000

interface Rules {
  isAllowed(url: string, userAgent: string): boolean | undefined
  getCrawlDelay(userAgent: string): number | undefined
}

export interface RobotsCopy {
  readonly body: string
  /** As answered; 0 when there was no answer. */
  readonly status: number
  readonly fetchedAt: number
}

export interface RobotsVerdict {
  readonly allowed: boolean
  readonly crawlDelayMs?: number
}

/** RFC 9309, 2.3.1: 4xx means that all is allowed; 5xx and no answer, that nothing is. */
export function readRobots(copy: RobotsCopy, url: URL, userAgent: string): RobotsVerdict {
  if (copy.status >= 400 && copy.status < 500) return { allowed: true }
  if (copy.status < 200 || copy.status >= 300) return { allowed: false }
  const rules = robotsParser(new URL('/robots.txt', url).href, cutRobots(copy.body, url.href.length))
  const allowed = rules.isAllowed(url.href, userAgent) !== false
  const delay = rules.getCrawlDelay(userAgent)
  return delay !== undefined && delay > 0
    ? { allowed, crawlDelayMs: Math.min(delay * 1000, longestCrawlDelayMs) }
    : { allowed }
}

/** As much of a robots.txt as counts, for matching a URL of this length. */
export function cutRobots(body: string, urlLength = 0): string {
  const isRule = /^\s*(?:dis)?allow\s*:/i
  const text = body.slice(0, maxLength).replace(/^\ufeff/, '')
  let ruleCount = 0
  let stepCount = 0
  const kept: string[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (isRule.test(line)) {
      ruleCount++
      if (line.includes('*')) stepCount += line.length * urlLength
    }
    if (ruleCount > maxRuleCount || stepCount > maxMatchSteps) break
    kept.push(line)
  }
  return kept.join('\n')
}
