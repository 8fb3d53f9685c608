import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { lateLimit } from '../digest/late-limit.ts'
import { backoffAt } from './backoff.ts'
import { type ComposedMail, type ComposeMailsPorts, composeMails } from './compose-mails.ts'
import { type GroupStoriesPorts, groupStories } from './group-stories.ts'
import type { Job, StepOutcome } from './job.ts'

/** A plan that cannot be composed this often needs a person; the log says so at each further try. */
const ATTEMPT_LIMIT = 20
/** Mails stored together: enough to share the wait for the disk, few enough to hold in memory. */
const BATCH_SIZE = 20

export interface SendDigestPorts extends ComposeMailsPorts, GroupStoriesPorts {
  readonly plans: () => readonly DigestPlan[]
  readonly startSlot: (slot: Slot, nextAttemptAt: number) => Promise<number | undefined>
  /** For a slot that is too late: its news goes into the next one. */
  readonly dropSlot: (slot: Slot) => Promise<void>
  /** Addresses that have their mail of a slot already, from an attempt that was cut off. */
  readonly loadServed: (slot: Slot) => Promise<ReadonlySet<string>>
  readonly isUnsubscribed: (reader: { readonly planId: string; readonly address: string }) => Promise<boolean>
  readonly saveMails: (mails: {
    readonly slot: Slot
    readonly composedAt: number
    readonly mails: readonly ComposedMail[]
  }) => Promise<readonly string[]>
  readonly finishSlot: (slot: Slot, composedAt: number) => Promise<boolean>
  readonly enqueue: (jobs: readonly Job[]) => Promise<void>
}

/** Groups what is not in its story yet, composes the mails of one slot and lays each in the outbox with what it tells of, at most once. */
export async function sendDigest(
  ports: SendDigestPorts,
  job: { readonly planId: string; readonly slotDate: string; readonly dueAt: number },
): Promise<StepOutcome> {
  const slot: Slot = { planId: job.planId, date: job.slotDate, dueAt: job.dueAt }
  if (ports.now() > lateLimit(slot.dueAt)) {
    await ports.dropSlot(slot)
    return { kind: 'too-late' }
  }
  const plan = ports.plans().find((each) => each.id === job.planId)
  if (plan === undefined) return { kind: 'not-in-config' }
  const attempt = await ports.startSlot(slot, backoffAt(ports.now(), 1))
  if (attempt === undefined) return { kind: 'done-before' }
  if (attempt > ATTEMPT_LIMIT) return { kind: 'given-up', attemptCount: attempt }
  await groupStories(ports)
  const composedAt = ports.now()
  const mailCount = await composeAll(ports, { plan, slot, composedAt })
  if (!(await ports.finishSlot(slot, composedAt))) return { kind: 'done-before' }
  return { kind: mailCount > 0 ? 'composed' : 'nothing-new', mailCount }
}

/** @returns how many mails were stored now */
async function composeAll(
  ports: SendDigestPorts,
  order: { readonly plan: DigestPlan; readonly slot: Slot; readonly composedAt: number },
): Promise<number> {
  const { plan, slot, composedAt } = order
  let mailCount = 0
  let batch: ComposedMail[] = []
  const store = async () => {
    const deliveryIds = await ports.saveMails({ slot, composedAt, mails: batch })
    await ports.enqueue(deliveryIds.map((deliveryId) => ({ step: 'send-digest', deliveryId })))
    mailCount += deliveryIds.length
    batch = []
  }
  for await (const mail of composeMails(ports, { plan, slot, addresses: await awaitingAddresses(ports, plan, slot) })) {
    if (mail.isWorthSending) batch.push(mail)
    if (batch.length >= BATCH_SIZE) await store()
  }
  if (batch.length > 0) await store()
  return mailCount
}

async function awaitingAddresses(ports: SendDigestPorts, plan: DigestPlan, slot: Slot): Promise<readonly string[]> {
  const served = await ports.loadServed(slot)
  const addresses: string[] = []
  for (const address of plan.to) {
    if (served.has(address) || (await ports.isUnsubscribed({ planId: plan.id, address }))) continue
    addresses.push(address)
  }
  return addresses
}
