import type { Profiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'

/** Often enough for shares in percent, seldom enough not to be seen in them. */
const SAMPLE_EVERY_MICROS = 2_000

/** Samples what this thread does, until it is asked. */
export async function profileMainThread(): Promise<() => Promise<Profiler.Profile>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_MICROS })
  await session.post('Profiler.start')
  return async () => {
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    return profile
  }
}
