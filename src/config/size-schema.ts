import { z } from 'zod'

const BYTES_OF = { KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 } as const
const EXPECTED = 'a size such as 512 KiB or 15 MiB'

/** Text such as `15 MiB` to bytes. */
export const sizeSchema = z
  .string(EXPECTED)
  .regex(/^[0-9]{1,4} ?(?:KiB|MiB|GiB)$/, EXPECTED)
  .transform((text, context) => {
    const bytes = parseSize(text)
    if (bytes > 0) return bytes
    context.addIssue({ code: 'custom', message: 'a size above 0' })
    return z.NEVER
  })

function parseSize(text: string): number {
  const [, count, unit] = /^([0-9]+) ?([A-Za-z]+)$/.exec(text) ?? []
  return unit !== undefined && isUnit(unit) ? Number(count) * BYTES_OF[unit] : Number.NaN
}

function isUnit(text: string): text is keyof typeof BYTES_OF {
  return Object.hasOwn(BYTES_OF, text)
}
