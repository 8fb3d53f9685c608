import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { judgeSmtpError } from './judge-smtp-error.ts'
import type { DeliveryOutcome, DeliveryPhase, MailTransport, OutgoingMail } from './mail-transport.ts'
import type { SmtpServer } from './parse-smtp-url.ts'
import { textOfReply } from './text-of-reply.ts'

type OnPhase = (phase: DeliveryPhase) => Promise<void>

/** Hands each mail over in a connection of its own, so that one address's trouble cannot touch another's mail. */
export function openSmtpTransport(server: SmtpServer, certificateAuthority?: string): MailTransport {
  const connect = () => makeConnection(server, certificateAuthority)
  return {
    kind: 'smtp',
    send: (mail, onPhase = async () => {}) => send(server, connect(), { mail, onPhase }),
    verify: () => verify(server, connect()),
    [Symbol.asyncDispose]: async () => {},
  }
}

async function send(
  server: SmtpServer,
  connection: SMTPConnection,
  { mail, onPhase }: { readonly mail: OutgoingMail; readonly onPhase: OnPhase },
): Promise<DeliveryOutcome> {
  let phase: DeliveryPhase | 'connecting' = 'connecting'
  let phaseFailure: { readonly error: unknown } | undefined
  const enter = async (next: DeliveryPhase) => {
    await onPhase(next).catch((error: unknown) => {
      phaseFailure = { error }
      throw error
    })
    phase = next
  }
  try {
    const response = await guard(server, connection, async () => {
      await logIn(server, connection)
      await enter('connected')
      return transmit(connection, mail, () => enter('data'))
    })
    return { kind: 'sent', response: textOfReply(response) }
  } catch (error) {
    if (phaseFailure !== undefined) throw phaseFailure.error
    return judgeSmtpError(error, phase)
  }
}

async function verify(server: SmtpServer, connection: SMTPConnection): ReturnType<MailTransport['verify']> {
  try {
    await guard(server, connection, () => logIn(server, connection))
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: judgeSmtpError(error, 'connecting').reason }
  }
}

function makeConnection(server: SmtpServer, certificateAuthority?: string): SMTPConnection {
  const { timeouts } = server
  return new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    requireTLS: server.needsTls,
    ...(server.name !== undefined && { name: server.name }),
    ...(certificateAuthority !== undefined && { tls: { ca: certificateAuthority } }),
    dnsTimeout: timeouts.connectMs,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.silenceMs,
  })
}

/** Runs work on a connection until it ends, the connection fails or time is up, and closes the connection. */
function guard<T>(server: SmtpServer, connection: SMTPConnection, work: () => Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const { totalMs } = server.timeouts
  const timer = setTimeout(() => reject(new Error(`not done after ${totalMs / 1000} s`)), totalMs)
  connection.on('error', reject)
  work().then(resolve, reject)
  return promise.finally(() => {
    clearTimeout(timer)
    connection.quit()
    connection.close()
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
