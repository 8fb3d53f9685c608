import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openInProcessDesk } from '../../src/cli/open-in-process-desk.ts'
import { openLog } from '../../src/cli/open-log.ts'
import { replayEnvironment, replayRandom } from '../../src/cli/replay-setup.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { openVirtualClock } from '../../src/replay/virtual-clock.ts'

/**
 * How long the orchestrating thread is held up while 500 large pages (0.3 to 14 MB) are fetched, read in threads, matched and
 * stored. Beside the delay by the wall, which a busy machine spoils, it tells the CPU time between two beats of a
 * timer, which it does not.
 */
const HOST_COUNT = process.argv.includes('--quick') ? 2 : 20
/** No step may hold the thread longer. */
const GOAL_MS = 50

const workDir = await mkdtemp(join(tmpdir(), 'nightdesk-bench-'))
const server = fork(new URL('./serve-large-pages.ts', import.meta.url), {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})
try {
  const [port] = await once(server, 'message')
  await writeConfig(join(workDir, 'config'))
  await measure(Number(port))
} finally {
  server.disconnect()
  await rm(workDir, { recursive: true, force: true })
}

async function writeConfig(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true })
  const feeds = Array.from(
    { length: HOST_COUNT },
    (_, host) => `  - { id: h${host}, url: "https://h${host}.example/feed", outlet: H${host} }\n`,
  )
  const files = {
    feeds: `feeds:\n${feeds.join('')}`,
    topics: 'topics:\n  - { id: boats, name: Boats, any: [harbour office, човни] }\n',
    digests: 'digests:\n  - { id: daily, name: Daily, at: "07:00", to: [reader@desk.example] }\n',
    settings: 'fetch: { host-gap: 1ms }\nextraction: { timeout: 60s, heap: 512 MiB }\n',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, `${name}.yaml`), text)
}

async function measure(port: number): Promise<void> {
  const clock = openVirtualClock(Date.UTC(2024, 5, 14, 12))
  const setup = {
    dayDir: workDir,
    workDir,
    databaseUrl: join(workDir, 'desk.sqlite'),
    dialInstead: { host: '127.0.0.1', port },
    logLevel: 'silent',
  } as const
  const environment = replayEnvironment(setup)
  const config = await loadConfig(environment.configDir, environment)
  await using opened = await openInProcessDesk(
    {
      environment,
      config: () => config,
      now: clock.now,
      sleepUntil: clock.sleepUntil,
      random: replayRandom,
      dialInstead: setup.dialInstead,
    },
    openLog('silent'),
    [],
  )
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const beats = countBeats()
  delay.enable()
  const startedAt = performance.now()
  for (let round = 0; round < 3; round++) {
    opened.queue.enqueue([{ step: 'tick' }])
    await opened.queue.idle()
  }
  delay.disable()
  const held = beats.stop()
  const { articleCount, matchCount } = await opened.desk.store.loadCounts()
  const rows = [
    ['pages', `${articleCount}, matched ${matchCount}`],
    ['seconds', ((performance.now() - startedAt) / 1_000).toFixed(1)],
    [
      'delay by the wall, ms',
      `99 % ${ms(delay.percentile(99))}, 99.9 % ${ms(delay.percentile(99.9))}, most ${ms(delay.max)}`,
    ],
    [
      'CPU between two beats, ms',
      `most ${held
        .slice(-5)
        .map((each) => each.toFixed(1))
        .join(' ')}`,
    ],
    ['beats above 50 ms', `${held.filter((each) => each > GOAL_MS).length} of ${held.length}`],
    [
      'load',
      loadavg()
        .map((each) => each.toFixed(1))
        .join(' '),
    ],
  ]
  for (const [what, figure] of rows) process.stdout.write(`${(what ?? '').padEnd(28)}${figure}\n`)
  if (held.some((each) => each > GOAL_MS)) process.exitCode = 1
}

function ms(nanoseconds: number): string {
  return (nanoseconds / 1e6).toFixed(1)
}

/** CPU time of this thread from one beat of a timer to the next, ascending, in milliseconds. */
function countBeats() {
  const held: number[] = []
  let last = process.threadCpuUsage()
  const timer = setInterval(() => {
    const used = process.threadCpuUsage(last)
    last = process.threadCpuUsage()
    held.push((used.user + used.system) / 1_000)
  }, 2)
  return {
    stop: () => {
      clearInterval(timer)
      return held.toSorted((left, right) => left - right)
    },
  }
}
