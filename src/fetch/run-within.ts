/** Runs `work` with a signal that aborts after `timeoutMs`, or when `outer` does. The timer ends with the work. */
export async function runWithin<T>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const stop = () => controller.abort(outer?.reason)
  const timer = setTimeout(() => controller.abort(new DOMException('out of time', 'TimeoutError')), timeoutMs)
  outer?.addEventListener('abort', stop, { once: true })
  try {
    outer?.throwIfAborted()
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', stop)
  }
}
