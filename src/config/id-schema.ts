import { z } from 'zod'

const EXPECTED = 'an id of small letters, digits and single hyphens, such as peace-talks'

export const idSchema = z
  .string(EXPECTED)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, EXPECTED)
  .max(64, 'an id of 64 characters at most')
  .meta({ description: 'A name for good: what the desk remembers hangs on it. Small letters, digits, single hyphens.' })
