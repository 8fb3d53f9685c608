import type { Dispatcher } from 'undici'
import type { FetchFailure } from '../feed/fetch-outcome.ts'
import { explainFailure } from './explain-failure.ts'
import { headerOf, type IncomingHttpHeaders } from './header-of.ts'
import { type LargeBodies, largeBodyBytes } from './open-large-bodies.ts'

/** So much of an answer without use is read past, to keep the connection; a longer one costs it. */
const maxIdleBytes = 64 * 1024

export interface Request {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Of the body as sent, and again as unpacked. */
  readonly maxBytes: number
  /** For connecting, headers and body together. */
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
  readonly largeBodies: LargeBodies
}

/** What came over the wire: of a success, the body too. */
export type Received =
  | {
      readonly kind: 'received'
      readonly status: number
      readonly headers: IncomingHttpHeaders
      readonly chunks: readonly Uint8Array[]
      /** Tells that the chunks are no longer held. */
      readonly release: () => void
    }
  | { readonly kind: 'failed'; readonly failure: FetchFailure }

/** Sends one GET by undici's own dispatch: no stream and no AbortSignal is made for an answer without a body. */
export function exchange(dispatcher: Dispatcher, request: Request): Promise<Received> {
  const { url, headers } = request
  const path = url.pathname + url.search
  return new Promise((resolve) => {
    dispatcher.dispatch({ origin: url.origin, path, method: 'GET', headers }, new Exchange(request, resolve))
  })
}

class Exchange implements Dispatcher.DispatchHandler {
  readonly #request: Request
  readonly #resolve: (received: Received) => void
  readonly #timer: NodeJS.Timeout
  readonly #stop = () => this.#cut('timeout', 'called off')
  readonly #chunks: Uint8Array[] = []
  #controller: Dispatcher.DispatchController | undefined
  #status = 0
  #headers: IncomingHttpHeaders = {}
  #byteCount = 0
  #isOver = false
  #leaveLarge: (() => void) | undefined

  constructor(request: Request, resolve: (received: Received) => void) {
    this.#request = request
    this.#resolve = resolve
    this.#timer = setTimeout(() => this.#cut('timeout', 'the whole answer did not come in time'), request.timeoutMs)
    request.signal?.addEventListener('abort', this.#stop, { once: true })
  }

  /** The connection stands. Whoever lost patience before has no use for it. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#isOver) controller.abort(new Error('no longer wanted'))
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return
    this.#status = status
    this.#headers = headers
    if (Number(headerOf(headers, 'content-length')) > this.#maxBytes())
      this.#cut('too-large', `more than ${this.#request.maxBytes} bytes`)
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#byteCount += chunk.length
    if (this.#byteCount > this.#maxBytes()) this.#cut('too-large', `more than ${this.#request.maxBytes} bytes`)
    else if (this.#isSuccess()) this.#chunks.push(chunk)
    if (this.#byteCount > largeBodyBytes && !this.#isOver) this.#waitForRoom(controller)
  }

  onResponseEnd(): void {
    this.#end(this.#received())
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#end(
      this.#isRefusal() ? this.#received() : { kind: 'failed', failure: explainFailure(error, this.#status > 0) },
    )
  }

  #waitForRoom(controller: Dispatcher.DispatchController): void {
    if (this.#leaveLarge) return
    controller.pause()
    this.#leaveLarge = this.#request.largeBodies.enter(() => controller.resume())
  }

  /** Ends it from our side; of a refusal all is known by then. */
  #cut(code: FetchFailure['code'], message: string): void {
    this.#end(this.#isRefusal() ? this.#received() : { kind: 'failed', failure: { code, message } })
    this.#controller?.abort(new Error('no longer wanted'))
  }

  #end(received: Received): void {
    if (this.#isOver) return
    this.#isOver = true
    clearTimeout(this.#timer)
    this.#request.signal?.removeEventListener('abort', this.#stop)
    if (received.kind === 'failed') this.#leaveLarge?.()
    this.#resolve(received)
  }

  #received(): Received {
    const release = () => this.#leaveLarge?.()
    return { kind: 'received', status: this.#status, headers: this.#headers, chunks: this.#chunks, release }
  }

  #isSuccess(): boolean {
    return this.#status >= 200 && this.#status < 300
  }

  #isRefusal(): boolean {
    return this.#status > 0 && !this.#isSuccess()
  }

  #maxBytes(): number {
    return this.#isSuccess() ? this.#request.maxBytes : maxIdleBytes
  }
}
