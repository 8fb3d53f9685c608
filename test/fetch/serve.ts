import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Server as NetServer, Socket } from 'node:net'

export interface TestServer extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly requests: readonly IncomingMessage[]
  /** All that were ever opened. */
  connectionCount(): number
  /** Resolves when no connection is open any more. */
  allClosed(): Promise<void>
}

/** A real HTTP server on loopback. */
export async function serve(answer: RequestListener): Promise<TestServer> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    connectionCount: () => sockets.size,
    allClosed: async () => {
      await Promise.all([...sockets].map(closed))
    },
    [Symbol.asyncDispose]: () => close(server),
  }
}

function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => (socket.closed ? resolve() : socket.once('close', () => resolve())))
}

export async function listen(server: NetServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address')
  return address.port
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
