import { existsSync } from 'node:fs'
import type { Environment } from '../config/environment.ts'
import { readEnvironment } from '../config/read-environment.ts'

/** Reads the process environment, and `.env` for what it leaves unset. */
export function loadEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readEnvironment(process.env)
}
