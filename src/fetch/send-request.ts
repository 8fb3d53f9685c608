import type { Dispatcher } from 'undici'
import type { FetchFailure } from '../feed/fetch-outcome.ts'
import { decodeContent } from './decode-content.ts'
import { explainFailure } from './explain-failure.ts'
import { headerOf, type IncomingHttpHeaders } from './header-of.ts'

export interface Request {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly maxBytes: number
  /** Ends the request, the body included. */
  readonly signal: AbortSignal
}

export type Answer =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: IncomingHttpHeaders
      readonly body: Uint8Array
    }
  | { readonly kind: 'failed'; readonly failure: FetchFailure }

/** One GET without redirects. Reads the body of a success only; that of any other answer is not asked for. */
export async function sendRequest(dispatcher: Dispatcher, request: Request): Promise<Answer> {
  const { url, headers, signal } = request
  let response: Dispatcher.ResponseData
  try {
    response = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers,
      signal,
    })
  } catch (error) {
    return { kind: 'failed', failure: explainFailure(error) }
  }
  // A body that is destroyed before it is read says so by an error that is of no interest here.
  response.body.on('error', () => {})
  const { statusCode: status } = response
  if (status >= 200 && status < 300) return readAnswer(response, request)
  if (status === 304) await response.body.dump().catch(() => {})
  else response.body.destroy()
  return { kind: 'answer', status, headers: response.headers, body: new Uint8Array() }
}

async function readAnswer(response: Dispatcher.ResponseData, { maxBytes }: Request): Promise<Answer> {
  const { headers, statusCode: status } = response
  const tooLarge: Answer = { kind: 'failed', failure: { code: 'too-large', message: `more than ${maxBytes} bytes` } }
  const chunks: Uint8Array[] = []
  let length = 0
  if (Number(headerOf(headers, 'content-length')) > maxBytes) {
    response.body.destroy()
    return tooLarge
  }
  try {
    for await (const chunk of response.body) {
      length += chunk.length
      // Leaving the loop closes the socket.
      if (length > maxBytes) return tooLarge
      chunks.push(chunk)
    }
  } catch (error) {
    return { kind: 'failed', failure: explainFailure(error, true) }
  }
  const decoded = await decodeContent(Buffer.concat(chunks), headerOf(headers, 'content-encoding'), maxBytes)
  if (decoded.kind === 'failed') return decoded
  return { kind: 'answer', status, headers, body: decoded.body }
}
