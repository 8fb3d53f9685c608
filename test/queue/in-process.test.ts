import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type InProcessOptions, InProcessQueue, type Verdict } from '../../src/queue/in-process.ts'

interface Job {
  readonly step: 'read' | 'send'
  readonly id: string
}

function open(run: (job: Job) => Promise<void>, options: Partial<InProcessOptions<Job>> = {}): InProcessQueue<Job> {
  return new InProcessQueue<Job>({
    run,
    idOf: (job) => `${job.step}-${job.id}`,
    concurrencyOf: (step) => (step === 'read' ? 2 : 1),
    judge: () => 'retry',
    retryPausesMs: [],
    onError: () => undefined,
    ...options,
  })
}

const reads = (...ids: readonly string[]): Job[] => ids.map((id) => ({ step: 'read', id }))

test('a job queued or running already is not queued again; once done it may come back', async () => {
  const ran: string[] = []
  const gate = Promise.withResolvers<void>()
  await using queue = open(async (job) => {
    ran.push(job.id)
    await gate.promise
  })
  queue.enqueue(reads('a', 'a', 'b', 'c', 'c'))
  queue.enqueue(reads('a'))
  gate.resolve()
  await queue.idle()
  assert.deepEqual(ran, ['a', 'b', 'c'])
  queue.enqueue(reads('a'))
  await queue.idle()
  assert.deepEqual(ran, ['a', 'b', 'c', 'a'])
})

test('no more jobs of a step run at once than it allows, and steps do not wait for each other', async () => {
  const running = new Map<string, number>()
  let most = 0
  const gate = Promise.withResolvers<void>()
  const sendRan = Promise.withResolvers<void>()
  await using queue = open(async (job) => {
    if (job.step === 'send') return sendRan.resolve()
    running.set(job.step, (running.get(job.step) ?? 0) + 1)
    most = Math.max(most, running.get('read') ?? 0)
    await gate.promise
    running.set(job.step, (running.get(job.step) ?? 0) - 1)
  })
  queue.enqueue([...reads('a', 'b', 'c', 'd'), { step: 'send', id: 'x' }])
  await sendRan.promise
  gate.resolve()
  await queue.idle()
  assert.equal(most, 2)
})

test('an error is retried after each pause, then told for the last time; a verdict may end it earlier', async () => {
  for (const [verdict, attempts] of [
    ['retry', 3],
    ['wait', 1],
  ] as const satisfies readonly (readonly [Verdict, number])[]) {
    const told: string[] = []
    let ranCount = 0
    await using queue = open(
      async () => {
        ranCount++
        throw new Error('no')
      },
      { judge: () => verdict, retryPausesMs: [0, 0], onError: (job, _error, word) => told.push(`${job.id} ${word}`) },
    )
    queue.enqueue(reads('a'))
    await queue.idle()
    assert.equal(ranCount, attempts, verdict)
    assert.deepEqual(
      told,
      Array.from({ length: attempts }, () => `a ${verdict}`),
    )
  }
})

test('one job’s error ends no other job', async () => {
  const done: string[] = []
  await using queue = open(async (job) => {
    if (job.id === 'bad') throw new Error('no')
    done.push(job.id)
  })
  queue.enqueue(reads('a', 'bad', 'b'))
  await queue.idle()
  assert.deepEqual(done, ['a', 'b'])
})

test('closing waits for what runs, forgets what waits, and cuts pauses short', async () => {
  const gate = Promise.withResolvers<void>()
  const started = Promise.withResolvers<void>()
  const done: string[] = []
  const queue = open(
    async (job) => {
      started.resolve()
      if (job.id === 'bad') throw new Error('no')
      await gate.promise
      done.push(job.id)
    },
    { retryPausesMs: [3_600_000] },
  )
  queue.enqueue(reads('bad', 'a', 'b', 'c'))
  await started.promise
  const closed = queue[Symbol.asyncDispose]()
  gate.resolve()
  await closed
  assert.deepEqual(done, ['a'])
  queue.enqueue(reads('d'))
  await queue.idle()
  assert.deepEqual(done, ['a'])
})

test('a flood of hints is bounded', async () => {
  const gate = Promise.withResolvers<void>()
  let ranCount = 0
  await using queue = open(async () => {
    ranCount++
    await gate.promise
  })
  queue.enqueue(Array.from({ length: 50_000 }, (_, index): Job => ({ step: 'read', id: String(index) })))
  gate.resolve()
  await queue.idle()
  assert.ok(ranCount <= 20_002, `${ranCount}`)
})
