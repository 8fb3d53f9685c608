import { createHash } from 'node:crypto'
import { type FSWatcher, readFileSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './config-error.ts'
import { configFiles, largestConfigBytes } from './config-files.ts'
import type { DeskConfig } from './desk-config.ts'

export interface WatchOptions {
  readonly load: () => Promise<DeskConfig>
  readonly onAccepted: (config: DeskConfig) => void
  /** The config in force stays in force. */
  readonly onRefused: (error: ConfigError) => void
  /** How long the files must be at rest before they are read, in milliseconds. */
  readonly settleMs?: number
  /** Between two looks at the files where the file system tells of no change, in milliseconds. */
  readonly checkMs?: number
}

/** Follows edits of the config in `dir` from this call on until disposed. */
export function watchConfig(dir: string, options: WatchOptions): AsyncDisposable {
  return new ConfigWatch(dir, options)
}

class ConfigWatch implements AsyncDisposable {
  readonly #dir: string
  readonly #options: WatchOptions
  readonly #interval: NodeJS.Timeout
  #settling: NodeJS.Timeout | undefined
  #watcher: FSWatcher | undefined
  #isStopped = false
  /** Contents that were accepted or refused last. */
  #judged: string
  /** Contents that failed once: they may be half written. */
  #suspect: string | undefined
  #judging: Promise<void> = Promise.resolve()

  constructor(dir: string, options: WatchOptions) {
    this.#dir = dir
    this.#options = options
    this.#judged = hashContents(dir)
    this.#listen()
    this.#interval = setInterval(() => this.#look(), options.checkMs ?? 3_000)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true
    clearInterval(this.#interval)
    clearTimeout(this.#settling)
    this.#watcher?.close()
    await this.#judging
  }

  /** The folder, not the files: editors put a new file in the place of the old one. */
  #listen(): void {
    try {
      this.#watcher = watch(this.#dir, () => this.#settle())
      this.#watcher.on('error', () => this.#forgetWatcher())
    } catch {
      // Some file systems cannot be watched; the interval looks all the same.
      this.#watcher = undefined
    }
  }

  #forgetWatcher(): void {
    this.#watcher?.close()
    this.#watcher = undefined
  }

  #settle(): void {
    clearTimeout(this.#settling)
    if (!this.#isStopped) this.#settling = setTimeout(() => this.#queueJudgement(), this.#options.settleMs ?? 250)
  }

  /** A folder that was replaced by another of its name no longer tells its watcher anything. */
  #look(): void {
    if (hashContents(this.#dir) === this.#judged) return
    this.#forgetWatcher()
    this.#listen()
    this.#settle()
  }

  #queueJudgement(): void {
    this.#judging = this.#judging.then(() => this.#judge())
  }

  async #judge(): Promise<void> {
    const contents = hashContents(this.#dir)
    if (this.#isStopped || contents === this.#judged) return
    const outcome = await this.#options.load().catch(toConfigError)
    if (this.#isStopped) return
    const isMoving = hashContents(this.#dir) !== contents
    const isFirstFailure = outcome instanceof ConfigError && this.#suspect !== contents
    if (isFirstFailure) this.#suspect = contents
    if (isMoving || isFirstFailure) return this.#settle()
    this.#judged = contents
    this.#suspect = undefined
    if (outcome instanceof ConfigError) this.#options.onRefused(outcome)
    else this.#options.onAccepted(outcome)
  }
}

function toConfigError(error: unknown): ConfigError {
  if (error instanceof ConfigError) return error
  const got = error instanceof Error ? error.message : String(error)
  return new ConfigError([{ file: 'config', line: 0, column: 0, expected: 'files that can be read', got }])
}

function hashContents(dir: string): string {
  const hash = createHash('sha256')
  for (const name of configFiles) hash.update(`\0${name}\0`).update(readContents(join(dir, name)))
  return hash.digest('hex')
}

/** Small files: reading them at once leaves no moment in which an edit is missed. */
function readContents(path: string): Uint8Array | string {
  try {
    const { size, mtimeMs } = statSync(path)
    return size > largestConfigBytes ? `${size} ${mtimeMs}` : readFileSync(path)
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
  }
}
