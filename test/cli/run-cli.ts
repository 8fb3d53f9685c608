import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

type Variables = Readonly<Record<string, string>>

const BIN = new URL('../../bin/nightdesk.js', import.meta.url).pathname

/** Runs the command line to its end, as a user's shell would. Only PATH and HOME come from this process. */
export async function runCli(args: readonly string[], variables: Variables = {}, input = ''): Promise<CliResult> {
  const child = spawn(process.execPath, [BIN, ...args], { env: environment(variables) })
  child.stdin.end(input)
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: typeof code === 'number' ? code : null, stdout, stderr }
}

/** A command that keeps running, and what it logs. */
export class RunningCli implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #lines: string[] = []
  #onLine: () => void = () => undefined

  constructor(args: readonly string[], variables: Variables) {
    const child = spawn(process.execPath, [BIN, ...args], {
      env: environment(variables),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#child = child
    child.once('exit', () => this.#onLine())
    createInterface({ input: child.stderr }).on('line', (line) => {
      this.#lines.push(line)
      this.#onLine()
    })
  }

  get lines(): readonly string[] {
    return this.#lines
  }

  /** Resolves with the first logged line, past or to come, that fits. */
  async until(pattern: RegExp): Promise<string> {
    for (let next = 0; ; ) {
      for (; next < this.#lines.length; next++) {
        const line = this.#lines[next] ?? ''
        if (pattern.test(line)) return line
      }
      if (this.#child.exitCode !== null) throw new Error(`ended without ${pattern}:\n${this.#lines.join('\n')}`)
      await new Promise<void>((resolve, reject) => {
        const limit = setTimeout(
          () => reject(new Error(`expected ${pattern} within 60 s, got:\n${this.#lines.join('\n')}`)),
          60_000,
        )
        this.#onLine = () => {
          clearTimeout(limit)
          resolve()
        }
      })
    }
  }

  /** @returns the exit code, or the signal that ended it */
  async stop(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL' = 'SIGTERM'): Promise<number | string> {
    if (this.#child.exitCode !== null) return this.#child.exitCode
    const gone = once(this.#child, 'exit')
    this.#child.kill(signal)
    await gone
    return this.#child.exitCode ?? this.#child.signalCode ?? 'unknown'
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop('SIGKILL')
  }
}

function environment(variables: Variables): Variables {
  return { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LOG_LEVEL: 'info', ...variables }
}
