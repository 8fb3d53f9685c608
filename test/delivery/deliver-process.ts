import { openMailTransport } from '../../src/mail/open-mail-transport.ts'
import { type DeliverMailPorts, deliverMail } from '../../src/pipeline/deliver-mail.ts'
import { openStore } from '../../src/store/open-store.ts'

/**
 * Delivers by a clock of its own, as a desk does. With a point to die at it makes one attempt at one mail, and says
 * when it is there and stands still, to be killed; without one it goes on until nothing is queued.
 *
 *     deliver-process.ts DATABASE PORT STARTED_AT [POINT DELIVERY_ID]
 */
const [database = '', port = '', startedAt = '', point, deliveryId = ''] = process.argv.slice(2)
let now = Number(startedAt)

await using store = await openStore(database)
await using transport = openMailTransport({
  smtpUrl: `smtp://127.0.0.1:${port}`,
  folder: 'unused',
  timeouts: { connectMs: 5_000, greetingMs: 5_000, silenceMs: point === undefined ? 400 : 60_000 },
})

const ports: DeliverMailPorts = {
  now: () => now,
  random: () => 0,
  isUnsubscribed: store.isUnsubscribed,
  sendMail: transport.send,
  claimMail: async (claim) => {
    const mail = await store.claimMail(claim)
    await reach('claimed')
    return mail
  },
  savePhase: async (id, phase) => {
    await store.savePhase(id, phase)
    if (phase === 'connected') await reach('connected')
  },
  saveDeliveryResult: async (id, result) => {
    await reach('answered')
    await store.saveDeliveryResult(id, result)
    await reach('sent')
  },
}

if (point === undefined) await deliverAll()
else await deliverMail(ports, { deliveryId })
process.disconnect?.()

async function deliverAll(): Promise<void> {
  for (let dueAt = await store.loadNextAttemptAt(); dueAt !== undefined; dueAt = await store.loadNextAttemptAt()) {
    now = Math.max(now, dueAt)
    const due = await store.loadDueDeliveries(now, 1_000)
    await Promise.all(due.map((id) => deliverMail(ports, { deliveryId: id })))
  }
}

async function reach(here: string): Promise<void> {
  if (here !== point) return
  // Until it is killed: a promise alone keeps no process alive.
  setInterval(() => undefined, 60_000)
  process.send?.(here)
  await new Promise(() => undefined)
}
