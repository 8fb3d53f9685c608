import { nextAttemptAt } from '../digest/delivery-retry.ts'
import type { StepOutcome } from './job.ts'

/** Longer than the ten minutes SMTP allows for the final answer (RFC 5321, 4.5.3.2.6). */
const LEASE_MS = 12 * 60_000
/** How long a mail without an answer rests before its one identical resend. */
const SILENCE_MS = 10 * 60_000

export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly response: string }
  | { readonly kind: 'retry' | 'refused' | 'unknown'; readonly reason: string }

/** A mail of which this process alone may make an attempt. */
export interface ClaimedMail {
  readonly planId: string
  readonly from: string
  readonly to: string
  readonly messageId: string
  readonly eml: Uint8Array
  readonly attemptCount: number
  readonly createdAt: number
  readonly expiresAt: number
  /** Whether the server may have it already, from an attempt that nobody answered. */
  readonly mayHaveArrived: boolean
}

/**
 * `expired`: too late, certainly not delivered, and its news counts as untold again. `cancelled`: nobody wants it any
 * more. `failed` and `unknown` rest for a person.
 */
export type DeliveryResult =
  | { readonly status: 'sent'; readonly reason: string; readonly at: number }
  | {
      readonly status: 'queued'
      readonly reason: string
      readonly nextAttemptAt: number
      readonly isUnanswered: boolean
    }
  | { readonly status: 'failed' | 'unknown' | 'expired' | 'cancelled'; readonly reason: string }

export interface DeliverMailPorts {
  readonly now: () => number
  readonly random: () => number
  readonly claimMail: (claim: {
    readonly deliveryId: string
    readonly now: number
    readonly leaseUntil: number
  }) => Promise<ClaimedMail | undefined>
  readonly isUnsubscribed: (reader: { readonly planId: string; readonly address: string }) => Promise<boolean>
  readonly savePhase: (deliveryId: string, phase: 'connected' | 'data') => Promise<void>
  readonly sendMail: (
    mail: { readonly eml: Uint8Array; readonly from: string; readonly to: string; readonly messageId: string },
    onPhase: (phase: 'connected' | 'data') => Promise<void>,
  ) => Promise<DeliveryOutcome>
  readonly saveDeliveryResult: (deliveryId: string, result: DeliveryResult) => Promise<void>
}

/** Hands one mail of the outbox to the mail server, at most once at a time. */
export async function deliverMail(ports: DeliverMailPorts, job: { readonly deliveryId: string }): Promise<StepOutcome> {
  const { deliveryId } = job
  const now = ports.now()
  const mail = await ports.claimMail({ deliveryId, now, leaseUntil: now + LEASE_MS })
  if (mail === undefined) return { kind: 'nothing-to-do' }
  const result = (await whyNotToSend(ports, mail)) ?? (await attempt(ports, deliveryId, mail))
  await ports.saveDeliveryResult(deliveryId, result)
  return { kind: result.status === 'queued' ? 'put-off' : result.status, to: mail.to, reason: result.reason }
}

async function whyNotToSend(ports: DeliverMailPorts, mail: ClaimedMail): Promise<DeliveryResult | undefined> {
  if (await ports.isUnsubscribed({ planId: mail.planId, address: mail.to })) {
    return { status: 'cancelled', reason: 'unsubscribed before it was sent' }
  }
  return ports.now() > mail.expiresAt ? tooLate(mail, 'not delivered within 20 hours') : undefined
}

async function attempt(ports: DeliverMailPorts, deliveryId: string, mail: ClaimedMail): Promise<DeliveryResult> {
  const outcome = await ports.sendMail(mail, (phase) => ports.savePhase(deliveryId, phase))
  if (outcome.kind === 'sent') return { status: 'sent', reason: outcome.response, at: ports.now() }
  const { kind, reason } = outcome
  if (kind === 'refused') return { status: 'failed', reason }
  const isUnanswered = kind === 'unknown'
  const retryAt = isUnanswered ? ports.now() + SILENCE_MS : retryTime(ports, mail)
  if (retryAt !== undefined && retryAt <= mail.expiresAt) {
    return { status: 'queued', reason, nextAttemptAt: retryAt, isUnanswered }
  }
  return tooLate({ mayHaveArrived: mail.mayHaveArrived || isUnanswered }, reason)
}

function retryTime(ports: DeliverMailPorts, mail: ClaimedMail): number | undefined {
  return nextAttemptAt({
    attemptCount: mail.attemptCount,
    firstAttemptAt: mail.createdAt,
    now: ports.now(),
    random: ports.random,
  })
}

/** What may have arrived is not told again of our own accord: a person can find out. */
function tooLate({ mayHaveArrived }: Pick<ClaimedMail, 'mayHaveArrived'>, reason: string): DeliveryResult {
  if (mayHaveArrived) return { status: 'unknown', reason: `no answer after the mail was sent, then: ${reason}` }
  return { status: 'expired', reason: `too late, its news goes into the next mail: ${reason}` }
}
