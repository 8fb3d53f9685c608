import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ComposedMail, composeMails } from '../../src/pipeline/compose-mails.ts'
import { type DeliveryOutcome, deliverMail } from '../../src/pipeline/deliver-mail.ts'
import { sendDigest } from '../../src/pipeline/send-digest.ts'
import { type Answer, CONFIG, MORNING, openLoopbackDesk, page, rss, send } from './loopback-desk.ts'

const HOUR_MS = 3_600_000
const PLAN_PAGE = page('A plan', 'The council put forward a peace plan for the two islands on Friday evening.')
const site: Answer = (request, response) =>
  request.url === '/feed'
    ? send(response, 200, rss([{ path: '/plan', title: 'A plan' }]), 'application/rss+xml')
    : send(response, 200, PLAN_PAGE)
const digestsTo = (...to: readonly string[]) => ({
  digests: CONFIG.digests.replace('[reader@desk.example]', `[${to.join(', ')}]`),
})

/** A desk in the morning, with one digest in the outbox and nothing sent. */
async function openMorning(config: Partial<typeof CONFIG> = {}) {
  const desk = await openLoopbackDesk(site, config)
  await desk.round()
  desk.clock.advanceTo(MORNING)
  const ports = { ...desk.desk.ports, enqueue: async () => undefined }
  const slot = { planId: 'daily', slotDate: '2024-06-15', dueAt: MORNING }
  assert.equal((await sendDigest(ports, slot)).kind, 'composed')
  const { store } = desk.desk
  const deliver = async (deliveryId: string, outcome: DeliveryOutcome) =>
    deliverMail({ ...ports, sendMail: async () => outcome }, { deliveryId })
  const mails = () => store.loadOutbox()
  const only = async () => (await mails())[0]?.deliveryId ?? ''
  return { ...desk, ports, store, deliver, mails, only }
}

test('a mail that cannot be delivered is given up after 20 hours, and the next digest tells its news', async () => {
  await using desk = await openMorning()
  const id = await desk.only()
  const kinds: string[] = []
  for (let minutes = 0; minutes <= 20 * 60; minutes += 10) {
    desk.clock.advanceTo(MORNING + minutes * 60_000)
    const { kind } = await desk.deliver(id, { kind: 'retry', reason: '451 try later' })
    if (kind !== 'nothing-to-do') kinds.push(kind)
  }
  assert.ok(kinds.length > 15, `${kinds.length} attempts`)
  assert.deepEqual(new Set(kinds.slice(0, -1)), new Set(['put-off']))
  assert.equal(kinds.at(-1), 'expired')
  assert.deepEqual(
    (await desk.mails()).map((mail) => mail.status),
    ['expired'],
  )
  desk.clock.advanceTo(MORNING + 24 * HOUR_MS)
  await desk.round()
  const [, second] = await desk.mails()
  assert.equal(second?.status, 'sent')
  const mail = await desk.store.loadMail(second?.deliveryId ?? '')
  assert.equal(mail?.digest.sections[0]?.items[0]?.title, 'A plan')
  assert.equal(mail?.digest.coveredDays, 2)
})

test('a mail that may have arrived is not told again: it rests for a person, who decides', async () => {
  for (const found of ['arrived', 'lost'] as const) {
    await using desk = await openMorning()
    const id = await desk.only()
    const silence = { kind: 'unknown', reason: 'no answer' } as const
    const ports = {
      ...desk.ports,
      sendMail: async (_mail: unknown, onPhase: (phase: 'connected' | 'data') => Promise<void>) => {
        await onPhase('data')
        return silence
      },
    }
    for (let times = 0; times < 3; times++) {
      desk.clock.advanceTo(desk.clock.now() + 15 * 60_000)
      await deliverMail(ports, { deliveryId: id })
    }
    assert.equal((await desk.mails())[0]?.status, 'unknown')
    assert.equal((await desk.mails())[0]?.attemptCount, 2)
    await desk.store.resolveMail(id, { kind: found, at: desk.clock.now() })
    assert.equal((await desk.mails())[0]?.status, found === 'arrived' ? 'sent' : 'expired')
    desk.clock.advanceTo(MORNING + 24 * HOUR_MS)
    await desk.round()
    assert.equal((await desk.mails()).length, found === 'arrived' ? 1 : 2)
  }
})

test("one address's refusal and another's delay change nothing for a third", async () => {
  await using desk = await openMorning(digestsTo('closed@desk.example', 'grey@desk.example', 'open@desk.example'))
  const outcomes: Readonly<Record<string, DeliveryOutcome>> = {
    'closed@desk.example': { kind: 'refused', reason: '554 no such mailbox' },
    'grey@desk.example': { kind: 'retry', reason: '451 try later' },
  }
  for (const mail of await desk.mails()) {
    await desk.deliver(mail.deliveryId, outcomes[mail.to] ?? { kind: 'sent', response: '250 ok' })
  }
  assert.deepEqual(
    (await desk.mails()).map((mail) => [mail.to, mail.status]),
    [
      ['closed@desk.example', 'failed'],
      ['grey@desk.example', 'queued'],
      ['open@desk.example', 'sent'],
    ],
  )
})

test('who unsubscribed gets no further mail, not even one that waits in the outbox', async () => {
  await using desk = await openMorning()
  await desk.store.unsubscribe({ planId: 'daily', address: 'reader@desk.example' }, MORNING)
  const outcome = await desk.deliver(await desk.only(), { kind: 'sent', response: '250 ok' })
  assert.equal(outcome.kind, 'cancelled')
  assert.deepEqual(
    (await desk.mails()).map((mail) => [mail.status, mail.reason]),
    [['cancelled', 'unsubscribed before it was sent']],
  )
  desk.clock.advanceTo(MORNING + 8 * 24 * HOUR_MS)
  await desk.round()
  assert.equal((await desk.mails()).length, 1)
})

test('a refused mail can be queued again by a person, with the same bytes', async () => {
  await using desk = await openMorning()
  const id = await desk.only()
  const before = await desk.store.loadMail(id)
  await desk.deliver(id, { kind: 'refused', reason: '554 full' })
  desk.clock.advanceTo(MORNING + 30 * HOUR_MS)
  const now = desk.clock.now()
  assert.equal(await desk.store.retryMail(id, { now, expiresAt: now + HOUR_MS }), true)
  assert.equal((await desk.deliver(id, { kind: 'sent', response: '250 ok' })).kind, 'sent')
  assert.deepEqual(await desk.store.loadMail(id), before)
  assert.equal(await desk.store.retryMail(id, { now, expiresAt: now + HOUR_MS }), false)
})

test('a composing that was cut off goes on with the addresses that have no mail yet', async () => {
  await using desk = await openMorning(digestsTo('one@desk.example', 'two@desk.example'))
  const slot = { planId: 'daily', date: '2024-06-15', dueAt: MORNING }
  assert.deepEqual(await desk.store.loadServed(slot), new Set(['one@desk.example', 'two@desk.example']))
  const [plan] = desk.ports.plans()
  assert.ok(plan)
  const addresses = ['one@desk.example', 'three@desk.example']
  const mails: ComposedMail[] = []
  for await (const mail of composeMails(desk.ports, { plan, slot, addresses })) mails.push(mail)
  assert.deepEqual(
    mails.map((mail) => mail.articleIds.length),
    [0, 1],
  )
  assert.deepEqual(await desk.store.saveMails({ slot, composedAt: MORNING, mails: mails.slice(0, 1) }), [])
  assert.equal((await desk.store.saveMails({ slot, composedAt: MORNING, mails: mails.slice(1) })).length, 1)
})

test('a slot that was begun and is too late is dropped, and the next one covers it', async () => {
  await using desk = await openLoopbackDesk(site)
  await desk.round()
  const slot = { planId: 'daily', date: '2024-06-15', dueAt: MORNING }
  await desk.desk.store.startSlot(slot, MORNING + 60_000)
  desk.clock.advanceTo(MORNING + 21 * HOUR_MS)
  await desk.round()
  assert.deepEqual(await desk.desk.store.loadOutbox(), [])
  assert.deepEqual(await desk.desk.store.loadUnfinishedSlots(desk.clock.now()), [])
  desk.clock.advanceTo(MORNING + 24 * HOUR_MS)
  await desk.round()
  assert.deepEqual(
    (await desk.desk.store.loadOutbox()).map((mail) => [mail.slotDate, mail.status]),
    [['2024-06-16', 'sent']],
  )
})

test('an instant digest mails two minutes after something arrives, and then nothing more', async () => {
  const digests = CONFIG.digests.replace('at: "07:00"', 'every: instant')
  await using desk = await openLoopbackDesk(site, { digests })
  await desk.round()
  const arrivedAt = desk.clock.now()
  for (const minutes of [1, 2, 3, 60]) {
    desk.clock.advanceTo(arrivedAt + minutes * 60_000)
    await desk.round()
    await desk.round()
    assert.equal((await desk.desk.store.loadOutbox()).length, minutes < 2 ? 0 : 1, `after ${minutes} minutes`)
  }
})

test('a weekly digest counts the week against the one before', async () => {
  const digests = CONFIG.digests.replace('at: "07:00"', 'every: week, days: [sat], at: "07:00"')
  await using desk = await openMorning({ digests })
  const mail = await desk.store.loadMail(await desk.only())
  const topics = [{ topicName: 'Peace', articleCount: 1, articleCountBefore: 0 }]
  assert.deepEqual(mail?.digest.week, { articleCount: 1, articleCountBefore: 0, topics })
})
