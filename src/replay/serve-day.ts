import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { RecordedDay, RecordedResponse } from './recorded-day.ts'

export interface DayServer extends AsyncDisposable {
  readonly host: string
  readonly port: number
}

/** Answers for every host of a recorded day, on loopback; what was not recorded is a 404. */
export async function serveDay(day: RecordedDay): Promise<DayServer> {
  const server = createServer((request, response) => {
    answer(day, request, response).catch(() => response.destroy())
  })
  const host = '127.0.0.1'
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the day server has no port')
  return {
    host,
    port: address.port,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(day: RecordedDay, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const recorded = day.responses.get(askedUrl(request))
  if (recorded === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not recorded')
    return
  }
  if (recorded.fault === 'hang') return
  if (recorded.fault === 'reset') {
    request.socket.resetAndDestroy()
    return
  }
  if (isKnown(recorded, request)) {
    response.writeHead(304, recorded.headers).end()
    return
  }
  await sendBody(recorded, response)
}

/** All hosts are dialled here by plain HTTP; the header says which scheme the URL had. */
function askedUrl(request: IncomingMessage): string {
  const scheme = request.headers['x-forwarded-proto'] === 'http' ? 'http' : 'https'
  return `${scheme}://${request.headers.host ?? ''}${request.url ?? '/'}`
}

async function sendBody(recorded: RecordedResponse, response: ServerResponse): Promise<void> {
  const body = recorded.file === undefined ? Buffer.alloc(0) : await readFile(recorded.file)
  response.writeHead(recorded.status, { ...recorded.headers, 'content-length': body.length })
  if (recorded.cut === undefined) {
    response.end(body)
    return
  }
  response.write(body.subarray(0, recorded.cut), () => response.destroy())
}

/** A server that gave a validator knows it again (RFC 9110, 13.1). */
function isKnown(recorded: RecordedResponse, request: IncomingMessage): boolean {
  const headers = new Map(Object.entries(recorded.headers).map(([name, value]) => [name.toLowerCase(), value]))
  const etag = headers.get('etag')
  const lastModified = headers.get('last-modified')
  if (etag !== undefined) return request.headers['if-none-match'] === etag
  return lastModified !== undefined && request.headers['if-modified-since'] === lastModified
}
