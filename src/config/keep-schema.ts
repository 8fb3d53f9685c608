import { z } from 'zod'
import { durationSchema } from './duration-schema.ts'

/** How long something is kept: a duration to milliseconds, or 0 for not at all. */
export const keepSchema = z.union([z.literal(0), durationSchema], 'a duration such as 24h or 7d, or 0 to keep none')
