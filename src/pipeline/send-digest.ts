import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { backoffAt } from './backoff.ts'
import { type ComposedMail, type ComposeMailsPorts, composeMails } from './compose-mails.ts'
import type { Job, StepOutcome } from './job.ts'

/** A plan that cannot be composed this often needs a person; the log says so at each further try. */
const ATTEMPT_LIMIT = 20

export interface SendDigestPorts extends ComposeMailsPorts {
  readonly plans: () => readonly DigestPlan[]
  readonly startSlot: (slot: Slot, nextAttemptAt: number) => Promise<number | undefined>
  readonly saveComposed: (composed: {
    readonly slot: Slot
    readonly composedAt: number
    readonly mails: readonly ComposedMail[]
  }) => Promise<boolean>
  readonly enqueue: (jobs: readonly Job[]) => Promise<void>
}

/** Composes all mails of one slot and lays them in the outbox, in one piece, at most once. */
export async function sendDigest(
  ports: SendDigestPorts,
  job: { readonly planId: string; readonly slotDate: string; readonly dueAt: number },
): Promise<StepOutcome> {
  const plan = ports.plans().find((each) => each.id === job.planId)
  if (plan === undefined) return { kind: 'not-in-config' }
  const slot: Slot = { planId: plan.id, date: job.slotDate, dueAt: job.dueAt }
  const attempt = await ports.startSlot(slot, backoffAt(ports.now(), 1))
  if (attempt === undefined) return { kind: 'done-before' }
  if (attempt > ATTEMPT_LIMIT) return { kind: 'given-up', attemptCount: attempt }
  const composed = await composeMails(ports, plan, slot)
  const mails = composed.filter((mail) => mail.articleIds.length > 0 || plan.whenEmpty === 'send')
  const isFirst = await ports.saveComposed({ slot, mails, composedAt: ports.now() })
  if (!isFirst) return { kind: 'done-before' }
  await ports.enqueue(mails.map(({ deliveryId }) => ({ step: 'send-digest', deliveryId })))
  return { kind: mails.length > 0 ? 'composed' : 'nothing-new', mailCount: mails.length }
}
