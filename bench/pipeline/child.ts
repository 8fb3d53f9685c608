import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { z } from 'zod'

/** A process that answers each message by one. */
export interface Child extends AsyncDisposable {
  readonly ask: <T>(message: object, form: z.ZodType<T>) => Promise<T>
  /** What it says without being asked. */
  readonly hear: <T>(form: z.ZodType<T>) => Promise<T>
  readonly isOver: () => boolean
}

/** @param module beside this file */
export function startChild(module: string, args: readonly string[] = []): Child {
  const child = fork(new URL(module, import.meta.url), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const exited = once(child, 'exit')
  return {
    ask: (message, form) => {
      const answer = nextMessage(child, module, form)
      child.send(message)
      return answer
    },
    hear: (form) => nextMessage(child, module, form),
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    [Symbol.asyncDispose]: async () => {
      if (child.connected) child.disconnect()
      await exited
    },
  }
}

async function nextMessage<T>(child: ChildProcess, module: string, form: z.ZodType<T>): Promise<T> {
  const heard = new AbortController()
  const { signal } = heard
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`${module}: expected an answer, got the end of the process (${code})`)
  })
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), ended])
    return form.parse(message)
  } finally {
    heard.abort()
    ended.catch(() => undefined)
  }
}
