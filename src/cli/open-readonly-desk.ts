import type { DeskConfig } from '../config/desk-config.ts'
import type { Environment } from '../config/environment.ts'
import { type Desk, openDesk } from './open-desk.ts'
import { systemClock } from './system-clock.ts'

/** A desk that looks and enqueues nothing; with `:memory:` as database it leaves no trace at all. */
export function openReadonlyDesk(environment: Environment, config: DeskConfig): Promise<Desk> {
  return openDesk({ environment, config: () => config, ...systemClock, enqueue: () => undefined })
}
