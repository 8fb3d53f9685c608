import { createRequire } from 'node:module'
import { cutRobots } from './cut-robots.ts'

// Its types promise a default export that its CommonJS does not have.
const robotsParser: (url: string, body: string) => RobotsRules = createRequire(import.meta.url)('robots-parser')

/** Hosts whose pages are being read; those asked longest ago go first. */
const maxCount = 100
/** A longer file is read anew for every page: it is rare, and must not fill the memory. */
const maxKeptLength = 64 * 1024
const shortestUrl = 128

export interface RobotsRules {
  isAllowed(url: string, userAgent: string): boolean | undefined
  getCrawlDelay(userAgent: string): number | undefined
}

/** `body` is the robots.txt of the origin of `url`, cut as its length demands. */
export type ParseRobots = (body: string, url: URL) => RobotsRules

interface Parsed {
  readonly body: string
  readonly rules: RobotsRules
}

/** Reads a robots.txt once for all pages of its host, as long as it stays the same. */
export function openRobotsParser(): ParseRobots {
  const kept = new Map<string, Parsed>()
  return (body, url) => {
    const urlLength = roundedUp(url.href.length)
    const key = `${url.origin} ${urlLength}`
    const known = kept.get(key)
    const parsed = known?.body === body ? known : parse(body, url, urlLength)
    kept.delete(key)
    if (body.length <= maxKeptLength) kept.set(key, parsed)
    for (const oldest of kept.keys()) {
      if (kept.size <= maxCount) break
      kept.delete(oldest)
    }
    return parsed.rules
  }
}

function parse(body: string, url: URL, urlLength: number): Parsed {
  return { body, rules: robotsParser(new URL('/robots.txt', url).href, cutRobots(body, urlLength)) }
}

/** How much of a file counts hangs on the length of the URL; few lengths let pages share what was read. */
function roundedUp(length: number): number {
  return Math.max(shortestUrl, 2 ** Math.ceil(Math.log2(length)))
}
