import { ConfigError } from '../config/config-error.ts'
import type { Environment } from '../config/environment.ts'
import { loadConfig } from '../config/load-config.ts'
import type { Store } from '../store/open-store.ts'

const HOUR_MS = 60 * 60_000

/** How far judging stored articles again has come since the topics were edited; undefined while the config is refused. */
export async function loadRematch(
  store: Store,
  environment: Environment,
): Promise<{ readonly leftCount: number; readonly doneCount: number } | undefined> {
  try {
    const { version, settings } = await loadConfig(environment.configDir, environment)
    const seenSince = Date.now() - settings.rematchHours * HOUR_MS
    return await store.countOutdatedMatches({ topicsVersion: version, seenSince })
  } catch (error) {
    if (error instanceof ConfigError) return undefined
    throw error
  }
}
