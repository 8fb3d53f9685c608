import type { Dispatcher } from 'undici'
import type { FetchFailure } from '../feed/fetch-outcome.ts'
import { decodeContent } from './decode-content.ts'
import { exchange, type Received, type Request } from './exchange.ts'
import { headerOf, type IncomingHttpHeaders } from './header-of.ts'

export type Answer =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: IncomingHttpHeaders
      readonly body: Uint8Array
    }
  | { readonly kind: 'failed'; readonly failure: FetchFailure }

const nothing = new Uint8Array()

/** One GET without redirects; its body unpacked. Of any other answer than a success the body is not looked at. */
export async function sendRequest(dispatcher: Dispatcher, request: Request): Promise<Answer> {
  const received = await exchange(dispatcher, request)
  if (received.kind === 'failed') return received
  return unpack(received, request.maxBytes).finally(received.release)
}

async function unpack(received: Extract<Received, { kind: 'received' }>, maxBytes: number): Promise<Answer> {
  const { status, headers, chunks } = received
  if (chunks.length === 0) return { kind: 'answer', status, headers, body: nothing }
  const decoded = await decodeContent(Buffer.concat(chunks), headerOf(headers, 'content-encoding'), maxBytes)
  return decoded.kind === 'failed' ? decoded : { kind: 'answer', status, headers, body: decoded.body }
}
