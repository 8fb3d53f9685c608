import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export type Point = 'mail' | 'rcpt' | 'data' | 'content'

/** What the server does at a point: goes on, closes, says nothing, goes on late, goes on twice, or answers this. */
export type Action = 'answer' | 'drop' | 'hang' | 'slow' | 'double' | { readonly reply: string }

export interface Kept {
  readonly from: string
  readonly eml: string
}

export interface ScriptedServer extends AsyncDisposable {
  readonly port: number
  /** What it took responsibility for, or took and then fell silent about. */
  readonly kept: readonly Kept[]
}

const REPLIES: Readonly<Record<Point, string>> = {
  mail: '250 sender ok',
  rcpt: '250 recipient ok',
  data: '354 go on',
  content: '250 kept',
}
const SLOW_MS = 100

/** An SMTP server whose every step is decided by the script, which knows the sender. */
export async function openScriptedServer(script: (point: Point, from: string) => Action): Promise<ScriptedServer> {
  const sockets = new Set<Socket>()
  const kept: Kept[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    follow(socket, script, (mail) => kept.push(mail))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  return {
    port: address.port,
    kept,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function follow(socket: Socket, script: (point: Point, from: string) => Action, keep: (mail: Kept) => void): void {
  let received = ''
  let from = ''
  let inContent = false
  const take = (part: string) => {
    const point = inContent ? 'content' : pointOf(part)
    if (point === 'mail') from = /<([^>]*)>/.exec(part)?.[1] ?? ''
    if (point === undefined) return socket.end('221 bye\r\n')
    if (point === 'ehlo') return socket.write('250 scripted.example\r\n')
    const action = script(point, from)
    if (point === 'content' && typeof action === 'string') keep({ from, eml: part.slice(0, -'.\r\n'.length) })
    inContent = point === 'data' && (action === 'answer' || action === 'slow' || action === 'double')
    return act(socket, point, action)
  }
  socket.setEncoding('latin1')
  socket.on('data', (chunk) => {
    received += chunk
    for (let end = endOf(received, inContent); end > 0; end = endOf(received, inContent)) {
      const part = received.slice(0, end)
      received = received.slice(end)
      take(part)
    }
  })
  socket.write('220 scripted.example ESMTP\r\n')
}

async function act(socket: Socket, point: Point, action: Action): Promise<void> {
  if (action === 'drop') socket.destroy()
  if (action === 'hang' || action === 'drop') return
  if (action === 'slow') await pause(SLOW_MS)
  const reply = typeof action === 'object' ? action.reply : REPLIES[point]
  socket.write(`${reply}\r\n`)
  if (action === 'double') socket.write(`${reply}\r\n`)
}

function endOf(received: string, inContent: boolean): number {
  const ending = inContent ? '\r\n.\r\n' : '\r\n'
  const at = received.indexOf(ending)
  return at < 0 ? 0 : at + ending.length
}

function pointOf(command: string): Point | 'ehlo' | undefined {
  const word = command.slice(0, 4).toLowerCase()
  return (['ehlo', 'mail', 'rcpt', 'data'] as const).find((point) => point === word)
}
