/** RFC 9309, 2.5: at least 500 KiB must be read. More is cut off, as are rules past the 5,000th. */
const maxLength = 500 * 1024
const maxRuleCount = 5000
/** Matching a rule with `*` costs its length times the URL's; a file made to cost seconds is cut off here. */
const maxMatchSteps = 10_000_000

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
