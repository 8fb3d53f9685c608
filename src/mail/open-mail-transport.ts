import type { MailTransport } from './mail-transport.ts'
import { openFolderTransport } from './open-folder-transport.ts'
import { openSmtpTransport } from './open-smtp-transport.ts'
import { parseSmtpUrl, type SmtpTimeouts } from './parse-smtp-url.ts'

export type { DeliveryOutcome, DeliveryPhase, MailTransport, OutgoingMail } from './mail-transport.ts'

export interface MailTransportOptions {
  /** `smtp://` (STARTTLS when offered) or `smtps://`, with user and password if the server wants them. */
  readonly smtpUrl?: string
  /** Where mails are written as files when there is no server. */
  readonly folder: string
  readonly timeouts?: Partial<SmtpTimeouts>
  /** A certificate to trust beside the well-known ones, as PEM. */
  readonly certificateAuthority?: string
}

/** The way out for mail: a server when there is one, else a folder. */
export function openMailTransport(options: MailTransportOptions): MailTransport {
  if (options.smtpUrl === undefined) return openFolderTransport(options.folder)
  return openSmtpTransport(parseSmtpUrl(options.smtpUrl, options.timeouts ?? {}), options.certificateAuthority)
}
