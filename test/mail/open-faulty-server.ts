import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

export type Point = 'greeting' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'content'

/** What the server does at one point instead of going on: closes, says nothing, or answers this. */
export interface Fault {
  readonly at: Point
  readonly action: 'drop' | 'hang' | { readonly reply: string }
}

export interface FaultyServer extends AsyncDisposable {
  readonly port: number
  readonly contentCount: () => number
}

const REPLIES: Readonly<Record<Point, string>> = {
  greeting: '220 faulty.example ESMTP',
  ehlo: '250 faulty.example',
  mail: '250 sender ok',
  rcpt: '250 recipient ok',
  data: '354 go on',
  content: '250 kept',
}

/** An SMTP server that follows the script up to one point. */
export async function openFaultyServer(fault: Fault): Promise<FaultyServer> {
  const sockets = new Set<Socket>()
  let contentCount = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    follow(socket, fault, () => {
      contentCount++
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  return {
    port: address.port,
    contentCount: () => contentCount,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function follow(socket: Socket, fault: Fault, onContent: () => void): void {
  let received = ''
  let inContent = false
  const reach = (point: Point) => {
    if (fault.at !== point) socket.write(`${REPLIES[point]}\r\n`)
    else if (fault.action === 'drop') socket.destroy()
    else if (fault.action !== 'hang') socket.write(`${fault.action.reply}\r\n`)
  }
  socket.setEncoding('latin1')
  socket.on('data', (chunk) => {
    received += chunk
    for (let end = endOf(received, inContent); end > 0; end = endOf(received, inContent)) {
      const part = received.slice(0, end)
      received = received.slice(end)
      const point = inContent ? 'content' : pointOf(part)
      if (inContent) onContent()
      inContent = point === 'data'
      if (point !== undefined) reach(point)
      else socket.end('221 bye\r\n')
    }
  })
  reach('greeting')
}

function endOf(received: string, inContent: boolean): number {
  const ending = inContent ? '\r\n.\r\n' : '\r\n'
  const at = received.indexOf(ending)
  return at < 0 ? 0 : at + ending.length
}

function pointOf(command: string): Point | undefined {
  const word = command.slice(0, 4).toLowerCase()
  return (['ehlo', 'mail', 'rcpt', 'data'] as const).find((point) => point === word)
}
