import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'

export interface DeafPort extends AsyncDisposable {
  readonly port: number
}

/** Listens, and then sleeps: the kernel takes as many connections as the backlog has room for, one more than it says. */
const deafServer = `
const { parentPort } = require('node:worker_threads')
const server = require('node:net').createServer()
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  parentPort.postMessage(server.address().port)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})`
const roomCount = 2

/** A port on loopback at which a connection neither comes about nor is refused. */
export async function listenWithoutAccepting(): Promise<DeafPort> {
  const worker = new Worker(deafServer, { eval: true })
  const port: number = (await once(worker, 'message'))[0]
  const waiting = Array.from({ length: roomCount }, () => connect({ port, host: '127.0.0.1' }))
  await Promise.all(waiting.map((socket) => once(socket, 'connect')))
  return { port, [Symbol.asyncDispose]: () => close(worker, waiting) }
}

async function close(worker: Worker, sockets: readonly Socket[]): Promise<void> {
  for (const socket of sockets) socket.on('error', () => {}).destroy()
  await worker.terminate()
}
