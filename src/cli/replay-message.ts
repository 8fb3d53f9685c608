import { z } from 'zod'
import { logLevels } from '../config/environment.ts'

/** `ReplaySetup` as it travels between processes. */
export const setupForm = z.object({
  dayDir: z.string(),
  workDir: z.string(),
  databaseUrl: z.string(),
  dialInstead: z.object({ host: z.string(), port: z.number() }),
  logLevel: z.enum(logLevels),
  smtpUrl: z.string().optional(),
})

/** What the process that leads a replay tells its workers; each answers `done`. */
export const replayMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    setup: setupForm,
    redisUrl: z.string(),
    prefix: z.string(),
    lockMs: z.number(),
    now: z.number(),
  }),
  z.object({ kind: z.literal('advance'), at: z.number() }),
  z.object({ kind: z.literal('stop') }),
])

export type ReplayMessage = z.infer<typeof replayMessage>
