import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SmtpServer } from './parse-smtp-url.ts'

/** An idle connection is of no use for longer than a server keeps it. */
const IDLE_MS = 15_000
/** Servers end a connection after some number of mails; this is below what they usually allow. */
const MAILS_PER_CONNECTION = 50

/** A logged-in connection, for one mail at a time. */
export interface SmtpLine {
  readonly connection: SMTPConnection
  readonly mailCount: number
}

/** Keeps the connections that served a mail well for the next ones. */
export class SmtpConnections implements AsyncDisposable {
  readonly #server: SmtpServer
  readonly #certificateAuthority: string | undefined
  readonly #idle = new Map<SMTPConnection, { readonly mailCount: number; readonly timer: NodeJS.Timeout }>()
  #isClosed = false

  constructor(server: SmtpServer, certificateAuthority?: string) {
    this.#server = server
    this.#certificateAuthority = certificateAuthority
  }

  /** A connection that served before, if one is left. */
  takeIdle(): SmtpLine | undefined {
    for (const [connection, { mailCount, timer }] of this.#idle) {
      clearTimeout(timer)
      this.#idle.delete(connection)
      connection.removeAllListeners('end')
      if (!connection.destroyed) return { connection, mailCount }
    }
    return undefined
  }

  /** A new one, not connected yet. */
  open(): SmtpLine {
    const { host, port, isSecure, needsTls, name, timeouts } = this.#server
    const connection = new SMTPConnection({
      host,
      port,
      secure: isSecure,
      requireTLS: needsTls,
      ...(name !== undefined && { name }),
      ...(this.#certificateAuthority !== undefined && { tls: { ca: this.#certificateAuthority } }),
      dnsTimeout: timeouts.connectMs,
      connectionTimeout: timeouts.connectMs,
      greetingTimeout: timeouts.greetingMs,
      socketTimeout: timeouts.silenceMs,
    })
    // Whoever uses it listens too; an error that comes between two mails only ends it.
    connection.on('error', () => connection.close())
    return { connection, mailCount: 0 }
  }

  /** Puts a connection back that served a mail to its end. */
  giveBack({ connection, mailCount }: SmtpLine): void {
    if (this.#isClosed || connection.destroyed || mailCount + 1 >= MAILS_PER_CONNECTION) {
      this.drop(connection)
      return
    }
    const forget = () => {
      clearTimeout(timer)
      this.#idle.delete(connection)
    }
    const timer = setTimeout(() => {
      forget()
      this.drop(connection)
    }, IDLE_MS).unref()
    connection.once('end', forget)
    this.#idle.set(connection, { mailCount: mailCount + 1, timer })
  }

  drop(connection: SMTPConnection): void {
    connection.quit()
    connection.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true
    for (const [connection, { timer }] of this.#idle) {
      clearTimeout(timer)
      this.drop(connection)
    }
    this.#idle.clear()
  }
}
