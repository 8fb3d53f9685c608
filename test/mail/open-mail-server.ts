import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly eml: Buffer
  readonly isSecure: boolean
  readonly user?: string
}

export interface MailServer extends AsyncDisposable {
  readonly port: number
  readonly mails: readonly ReceivedMail[]
}

/** A real SMTP server on loopback that keeps what it receives; without TLS and login unless the options say so. */
export async function openMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: async (stream, session, done) => {
      const eml = await buffer(stream).catch(() => undefined)
      if (eml === undefined) return done(new Error('cut off'))
      const { mailFrom, rcptTo } = session.envelope
      const from = mailFrom === false ? '' : mailFrom.address
      const user = session.user === undefined ? {} : { user: String(session.user) }
      mails.push({ from, to: rcptTo.map((each) => each.address), eml, isSecure: session.secure, ...user })
      done(null, 'kept')
    },
    ...options,
  })
  server.on('error', () => {})
  const listening = Promise.withResolvers<void>()
  const socket = server.listen(0, '127.0.0.1', listening.resolve)
  await listening.promise
  const address = socket.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  const closed = Promise.withResolvers<void>()
  return {
    port: address.port,
    mails,
    [Symbol.asyncDispose]: () => {
      server.close(closed.resolve)
      return closed.promise
    },
  }
}
