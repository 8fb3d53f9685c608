import { describeRefusal } from '../config/describe-refusal.ts'
import type { DeskConfig } from '../config/desk-config.ts'
import type { Environment } from '../config/environment.ts'
import { loadConfig } from '../config/load-config.ts'
import { watchConfig } from '../config/watch-config.ts'
import type { Log } from './open-log.ts'

export interface LiveConfig extends AsyncDisposable {
  /** The last good config. */
  readonly current: () => DeskConfig
}

/** Loads the config and follows its edits: a good one is taken over, a bad one is told and changes nothing. */
export async function openLiveConfig(environment: Environment, log: Log): Promise<LiveConfig> {
  const load = () => loadConfig(environment.configDir, environment)
  let current = await load()
  const watching = watchConfig(environment.configDir, {
    load,
    onAccepted: (config) => {
      current = config
      log.info({ feeds: config.feeds.length, topics: config.topics.length }, 'config taken over')
    },
    onRefused: (error) => {
      current = { ...current, refusedEdit: describeRefusal(error) }
      log.error(`config refused, the last good one stays in force\n${error.message}`)
    },
  })
  return { current: () => current, [Symbol.asyncDispose]: () => watching[Symbol.asyncDispose]() }
}
