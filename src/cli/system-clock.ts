import { setTimeout as pause } from 'node:timers/promises'

/** The real clock, as the arguments that steps take. */
export const systemClock = {
  now: (): number => Date.now(),
  random: (): number => Math.random(),
  sleepUntil: async (at: number): Promise<void> => {
    await pause(Math.max(0, at - Date.now()))
  },
} as const
