import { nextAttemptAt } from '../digest/delivery-retry.ts'
import type { StepOutcome } from './job.ts'

/** Longer than the ten minutes SMTP allows for the final answer (RFC 5321, 4.5.3.2.6). */
const LEASE_MS = 12 * 60_000
/** How long a mail without an answer rests before its one identical resend. */
const SILENCE_MS = 10 * 60_000

export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly response: string }
  | { readonly kind: 'retry' | 'refused' | 'unknown'; readonly reason: string }

export interface DeliverMailPorts {
  readonly now: () => number
  readonly random: () => number
  readonly claimMail: (claim: {
    readonly deliveryId: string
    readonly now: number
    readonly leaseUntil: number
  }) => Promise<
    | {
        readonly from: string
        readonly to: string
        readonly messageId: string
        readonly eml: Uint8Array
        readonly attemptCount: number
        readonly createdAt: number
      }
    | undefined
  >
  readonly savePhase: (deliveryId: string, phase: 'connected' | 'data') => Promise<void>
  readonly sendMail: (
    mail: { readonly eml: Uint8Array; readonly from: string; readonly to: string; readonly messageId: string },
    onPhase: (phase: 'connected' | 'data') => Promise<void>,
  ) => Promise<DeliveryOutcome>
  readonly saveDeliveryResult: (
    deliveryId: string,
    result:
      | { readonly status: 'sent'; readonly reason: string; readonly at: number }
      | {
          readonly status: 'queued'
          readonly reason: string
          readonly nextAttemptAt: number
          readonly isUnanswered: boolean
        }
      | { readonly status: 'failed' | 'unknown'; readonly reason: string },
  ) => Promise<void>
}

/** Hands one mail of the outbox to the mail server, at most once at a time. */
export async function deliverMail(ports: DeliverMailPorts, job: { readonly deliveryId: string }): Promise<StepOutcome> {
  const { deliveryId } = job
  const now = ports.now()
  const mail = await ports.claimMail({ deliveryId, now, leaseUntil: now + LEASE_MS })
  if (mail === undefined) return { kind: 'nothing-to-do' }
  const outcome = await ports.sendMail(mail, (phase) => ports.savePhase(deliveryId, phase))
  if (outcome.kind === 'sent') {
    await ports.saveDeliveryResult(deliveryId, { status: 'sent', reason: outcome.response, at: ports.now() })
    return { kind: 'sent', to: mail.to }
  }
  const { reason } = outcome
  if (outcome.kind === 'refused') {
    await ports.saveDeliveryResult(deliveryId, { status: 'failed', reason })
    return { kind: 'refused', to: mail.to, reason }
  }
  const isUnanswered = outcome.kind === 'unknown'
  const retryAt = isUnanswered
    ? ports.now() + SILENCE_MS
    : nextAttemptAt({
        attemptCount: mail.attemptCount,
        firstAttemptAt: mail.createdAt,
        now: ports.now(),
        random: ports.random,
      })
  if (retryAt === undefined) {
    await ports.saveDeliveryResult(deliveryId, { status: 'failed', reason: `gave up after a day: ${reason}` })
    return { kind: 'given-up', to: mail.to, reason }
  }
  await ports.saveDeliveryResult(deliveryId, { status: 'queued', reason, nextAttemptAt: retryAt, isUnanswered })
  return { kind: outcome.kind, to: mail.to, reason }
}
