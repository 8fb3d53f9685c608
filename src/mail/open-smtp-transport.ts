import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { judgeSmtpError } from './judge-smtp-error.ts'
import type { DeliveryOutcome, DeliveryPhase, MailTransport, OutgoingMail } from './mail-transport.ts'
import type { SmtpServer } from './parse-smtp-url.ts'
import { SmtpConnections } from './smtp-connections.ts'
import { textOfReply } from './text-of-reply.ts'

type OnPhase = (phase: DeliveryPhase) => Promise<void>

interface Exchange {
  readonly mail: OutgoingMail
  readonly onPhase: OnPhase
}

/**
 * Hands mails over, each in a connection that nobody else uses meanwhile. A connection that served a mail well serves
 * the next; after any failure it is closed, so that one address's trouble cannot touch another's mail.
 */
export function openSmtpTransport(server: SmtpServer, certificateAuthority?: string): MailTransport {
  const connections = new SmtpConnections(server, certificateAuthority)
  return {
    kind: 'smtp',
    send: (mail, onPhase = async () => {}) => send(server, connections, { mail, onPhase }),
    verify: () => verify(server, connections),
    [Symbol.asyncDispose]: () => connections[Symbol.asyncDispose](),
  }
}

/** A server may end an idle connection just when it is taken: that is no failure of the mail, so a new one is tried. */
async function send(server: SmtpServer, connections: SmtpConnections, exchange: Exchange): Promise<DeliveryOutcome> {
  const idle = connections.takeIdle()
  if (idle !== undefined) {
    const tried = await sendOver(server, connections, { ...exchange, line: idle, isFresh: false })
    if (!tried.isStale) return tried.outcome
  }
  const { outcome } = await sendOver(server, connections, { ...exchange, line: connections.open(), isFresh: true })
  return outcome
}

async function sendOver(
  server: SmtpServer,
  connections: SmtpConnections,
  exchange: Exchange & { readonly line: ReturnType<SmtpConnections['open']>; readonly isFresh: boolean },
): Promise<{ readonly outcome: DeliveryOutcome; readonly isStale: boolean }> {
  const { mail, onPhase, line } = exchange
  const reached: { phase: DeliveryPhase | 'connecting' } = { phase: 'connecting' }
  let phaseFailure: { readonly error: unknown } | undefined
  const enter = async (next: DeliveryPhase) => {
    await onPhase(next).catch((error: unknown) => {
      phaseFailure = { error }
      throw error
    })
    reached.phase = next
  }
  try {
    const response = await guard(server, line.connection, async () => {
      if (exchange.isFresh) await logIn(server, line.connection)
      await enter('connected')
      return transmit(line.connection, mail, () => enter('data'))
    })
    connections.giveBack(line)
    return { outcome: { kind: 'sent', response: textOfReply(response) }, isStale: false }
  } catch (error) {
    connections.drop(line.connection)
    if (phaseFailure !== undefined) throw phaseFailure.error
    return { outcome: judgeSmtpError(error, reached.phase), isStale: reached.phase !== 'data' && isHangUp(error) }
  }
}

/** Closed without a word, or with the word for it (RFC 5321, 3.8). */
function isHangUp(error: unknown): boolean {
  const hasReply = error instanceof Error && 'responseCode' in error && error.responseCode !== undefined
  return !hasReply || error.responseCode === 421
}

async function verify(server: SmtpServer, connections: SmtpConnections): ReturnType<MailTransport['verify']> {
  const { connection } = connections.open()
  try {
    await guard(server, connection, () => logIn(server, connection))
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: judgeSmtpError(error, 'connecting').reason }
  } finally {
    connections.drop(connection)
  }
}

/** Runs work on a connection until it ends, the connection fails or time is up. */
function guard<T>(server: SmtpServer, connection: SMTPConnection, work: () => Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const { totalMs } = server.timeouts
  const timer = setTimeout(() => reject(new Error(`not done after ${totalMs / 1000} s`)), totalMs)
  connection.on('error', reject)
  work().then(resolve, reject)
  return promise.finally(() => {
    clearTimeout(timer)
    connection.off('error', reject)
  })
}

function logIn(server: SmtpServer, connection: SMTPConnection): Promise<void> {
  const { credentials } = server
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const settle = (error?: Error | null) => (error ? reject(error) : resolve())
  connection.connect((error) => {
    if (error || credentials === undefined) return settle(error)
    if (!connection.allowsAuth) return reject(new Error('the server offers no AUTH, but SMTP_URL names a user'))
    connection.login(credentials, settle)
  })
  return promise
}

/** nodemailer starts to read the content when the server has answered DATA: that is when `beforeContent` runs. */
function transmit(connection: SMTPConnection, mail: OutgoingMail, beforeContent: () => Promise<void>): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const envelope = { from: mail.from, to: mail.to, size: mail.eml.byteLength }
  const content = Readable.from(contentAfter(mail.eml, beforeContent), { objectMode: false })
  connection.send(envelope, content, (error, info) => (error ? reject(error) : resolve(info.response ?? '')))
  return promise
}

async function* contentAfter(eml: Uint8Array, beforeContent: () => Promise<void>) {
  await beforeContent()
  yield eml
}
