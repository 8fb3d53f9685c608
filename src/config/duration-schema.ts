import { z } from 'zod'

const MS_OF = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const LONGEST_MS = 3650 * MS_OF.d
const EXPECTED = 'a duration such as 30s, 15m, 24h or 7d'

/** Text such as `15m` to milliseconds. */
export const durationSchema = z
  .string(EXPECTED)
  .regex(/^[0-9]+ ?(?:ms|s|m|h|d)$/, EXPECTED)
  .transform((text, context) => {
    const ms = parseDuration(text)
    if (ms > 0 && ms <= LONGEST_MS) return ms
    context.addIssue({ code: 'custom', message: 'a duration above 0 and within ten years' })
    return z.NEVER
  })

function parseDuration(text: string): number {
  const [, count, unit] = /^([0-9]+) ?([a-z]+)$/.exec(text) ?? []
  return unit !== undefined && isUnit(unit) ? Number(count) * MS_OF[unit] : Number.NaN
}

function isUnit(text: string): text is keyof typeof MS_OF {
  return Object.hasOwn(MS_OF, text)
}
