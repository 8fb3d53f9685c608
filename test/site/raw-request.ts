import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Sends bytes as they are, and gives back all that comes until the other side closes or resets the connection. */
export async function rawRequest(port: number, request: string): Promise<string> {
  const socket = await rawConnect(port)
  const parts: Buffer[] = []
  socket.on('data', (part) => parts.push(part))
  socket.write(request)
  await closeOf(socket)
  return Buffer.concat(parts).toString()
}

/** A reset is an end like any other, which `once` would take for a failure. */
export function closeOf(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()))
}

export async function rawConnect(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => socket.destroy())
  await once(socket, 'connect')
  return socket
}
