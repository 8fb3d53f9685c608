import { once } from 'node:events'

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
export async function untilStopped(): Promise<string> {
  const stopped = new AbortController()
  const { signal } = stopped
  const [name] = await Promise.race([
    once(process, 'SIGTERM', { signal }).then(() => ['SIGTERM']),
    once(process, 'SIGINT', { signal }).then(() => ['SIGINT']),
  ])
  stopped.abort()
  for (const again of ['SIGTERM', 'SIGINT'] as const) process.once(again, () => process.exit(130))
  return name ?? 'a signal'
}
