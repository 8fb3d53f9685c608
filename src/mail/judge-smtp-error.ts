import type { DeliveryOutcome, DeliveryPhase } from './mail-transport.ts'
import { textOfReply } from './text-of-reply.ts'

/** What nodemailer calls a mail it would not even offer: an impossible address, or one larger than the server takes. */
const NOT_OFFERED = ['EENVELOPE', 'EMESSAGE']

/**
 * What a failure means for the mail. Before the server is ready for it (`connecting`), even a 5xx is about the server
 * or our password, not about the mail. Afterwards 4xx and 5xx say certainly not delivered, and only silence after the
 * content is unknown.
 */
export function judgeSmtpError(
  error: unknown,
  phase: DeliveryPhase | 'connecting',
): Exclude<DeliveryOutcome, { kind: 'sent' }> {
  const reason = textOfReply(error instanceof Error ? error.message : String(error))
  const { code, replyCode, isAnswer } = readError(error)
  if (phase === 'connecting') return { kind: 'retry', reason }
  if (replyCode >= 500) return { kind: 'refused', reason }
  if (replyCode >= 400) return { kind: 'retry', reason }
  if (phase === 'data') return { kind: 'unknown', reason }
  return { kind: NOT_OFFERED.includes(code) && !isAnswer ? 'refused' : 'retry', reason }
}

function readError(error: unknown): { readonly code: string; readonly replyCode: number; readonly isAnswer: boolean } {
  if (!(error instanceof Error)) return { code: '', replyCode: 0, isAnswer: false }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const replyCode = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
  return { code, replyCode, isAnswer: 'response' in error }
}
