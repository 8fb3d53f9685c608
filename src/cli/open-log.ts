import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'

export type Log = Logger

/** Messages go to stderr: one line of JSON each, or, on a terminal, one that reads well. */
export function openLog(level: string): Log {
  if (!process.stderr.isTTY) return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }))
  const stream = pretty({
    destination: 2,
    sync: true,
    colorize: !process.env.NO_COLOR,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
  })
  return pino({ level }, stream)
}
