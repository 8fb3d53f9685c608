import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'

/** Sends bytes as they are, and gives back all that comes until the other side closes. */
export async function rawRequest(port: number, request: string): Promise<string> {
  const socket = await rawConnect(port)
  socket.write(request)
  return text(socket)
}

export async function rawConnect(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => socket.destroy())
  await once(socket, 'connect')
  return socket
}
