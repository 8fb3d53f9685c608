import { fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { digestLinks } from '../../src/digest/digest-links.ts'
import { openFreezer } from '../../src/mail/open-freezer.ts'
import { openMailTransport } from '../../src/mail/open-mail-transport.ts'
import { deliverMail } from '../../src/pipeline/deliver-mail.ts'
import type { Job } from '../../src/pipeline/job.ts'
import { jobId } from '../../src/pipeline/job-id.ts'
import { openStoryMemory } from '../../src/pipeline/open-story-memory.ts'
import { type SendDigestPorts, sendDigest } from '../../src/pipeline/send-digest.ts'
import { InProcessQueue } from '../../src/queue/in-process.ts'
import { NOW, openSampleDesk } from './sample-desk.ts'

/** One digest to many readers: composed, drawn, stored and handed to a mail server on loopback. */
const isQuick = process.argv.includes('--quick')
const readerCount = isQuick ? 100 : 1_000
const articleCount = 60
/** As many deliveries at a time as a desk makes by its settings. */
const CONCURRENCY = 4
const SECRET = 'a secret of this bench'

await using desk = await openSampleDesk(readerCount, articleCount)
const sink = fork(new URL('./sink-process.ts', import.meta.url), { stdio: 'inherit' })
const [port] = await once(sink, 'message')
await using transport = openMailTransport({ smtpUrl: `smtp://127.0.0.1:${port}`, folder: 'unused' })
await using freezer = openFreezer()
const { store, plan } = desk
let byteCount = 0

const ports: SendDigestPorts = {
  ...store,
  storyMemory: openStoryMemory(),
  now: () => NOW,
  plans: () => [plan],
  topicNames: () => desk.topicNames,
  topicTraits: () => new Map(),
  roleNames: () => new Map(),
  notice: () => undefined,
  backlogMs: () => 24 * 3_600_000,
  loadCoverage: async () => ({ feedCount: 1, articleCount, failingFeeds: [], partlyReadCount: 0 }),
  linksFor: async (mail) => digestLinks('https://desk.example', SECRET, mail),
  freezeMail: async (mail) => {
    const frozen = await freezer.freeze(mail, { from: 'Night Desk <desk@desk.example>', secret: SECRET })
    byteCount += frozen.eml.byteLength
    return frozen
  },
  enqueue: async (jobs) => queue.enqueue(jobs),
}
const queue = new InProcessQueue<Job>({
  run: async (job) => {
    if (job.step !== 'send-digest') return
    if ('deliveryId' in job) {
      await deliverMail({ ...ports, ...store, sendMail: transport.send, random: () => 0 }, job)
      return
    }
    await sendDigest(ports, job)
    composedAfterMs = performance.now() - startedAt
  },
  idOf: jobId,
  concurrencyOf: () => CONCURRENCY,
  judge: () => 'wait',
  retryPausesMs: [],
  onError: (_job, error) => {
    throw error
  },
})

let composedAfterMs = 0
const startedAt = performance.now()
const cpuBefore = process.cpuUsage()
queue.enqueue([{ step: 'send-digest', planId: plan.id, slotDate: '2024-06-14', dueAt: NOW }])
await queue.idle()
const seconds = (performance.now() - startedAt) / 1_000
const { user, system } = process.cpuUsage(cpuBefore)
await queue[Symbol.asyncDispose]()
sink.disconnect()

const counts = Map.groupBy(await store.loadOutbox(), (mail) => mail.status)
const rows = [
  ['readers', readerCount],
  ['items in each mail', articleCount],
  ['KiB a mail', (byteCount / readerCount / 1_024).toFixed(1)],
  ['sent', counts.get('sent')?.length],
  ['failed (one refused for good)', counts.get('failed')?.length],
  ['queued (one put off)', counts.get('queued')?.length],
  ['seconds in all', seconds.toFixed(1)],
  ['seconds until all were composed', (composedAfterMs / 1_000).toFixed(1)],
  ['CPU seconds of the desk', ((user + system) / 1e6).toFixed(1)],
  ['mails a second', (readerCount / seconds).toFixed(0)],
  ['peak memory, MB', (process.resourceUsage().maxRSS / 1_024).toFixed(0)],
  ['load before and after', loadavg()[0]?.toFixed(1)],
]
for (const [name, value] of rows) process.stdout.write(`${String(name).padEnd(34)} ${value}\n`)
