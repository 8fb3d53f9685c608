import { join } from 'node:path'
import type { Environment, LogLevel } from '../config/environment.ts'

/** What every process that takes part in a replay has to know. */
export interface ReplaySetup {
  readonly dayDir: string
  /** Folder of this run alone, thrown away after it. */
  readonly workDir: string
  readonly databaseUrl: string
  readonly dialInstead: { readonly host: string; readonly port: number }
  readonly logLevel: LogLevel
  /** Where the mail goes; without it, into a folder. */
  readonly smtpUrl?: string | undefined
}

/** A replay knows nothing of the environment it runs in, or two runs would differ. */
export function replayEnvironment(setup: ReplaySetup): Environment {
  return {
    databaseUrl: setup.databaseUrl,
    ...(setup.smtpUrl !== undefined && { smtpUrl: setup.smtpUrl }),
    mailFrom: 'Nightdesk <desk@nightdesk.example>',
    digestTo: [],
    baseUrl: 'https://nightdesk.example',
    linkSecrets: ['the links of a recorded day are for nobody to open'],
    logLevel: setup.logLevel,
    configDir: join(setup.dayDir, 'config'),
    dataDir: setup.workDir,
    variable: () => undefined,
  }
}

/** Jitter spreads load; a replay has none to spread. */
export const replayRandom = (): number => 0.5
