import { z } from 'zod'

const EXPECTED = 'a name, one line of 1 to 200 characters'

/** A name as people write it. */
export const nameSchema = z
  .string(EXPECTED)
  .trim()
  .min(1, EXPECTED)
  .max(200, EXPECTED)
  .regex(/^\P{Cc}*$/u, EXPECTED)
