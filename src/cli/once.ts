import type { Command } from 'commander'
import { nextDueAt } from '../pipeline/next-due-at.ts'
import { loadEnvironment } from './load-environment.ts'
import { openInProcessDesk } from './open-in-process-desk.ts'
import { openLiveConfig } from './open-live-config.ts'
import { openLog } from './open-log.ts'
import { systemClock } from './system-clock.ts'
import { print, printJson } from './terminal.ts'

/** What is due within this time is waited for: turns at a host, mostly. */
const PATIENCE_MS = 30_000
const ROUND_LIMIT = 1_000

export function addOnce(program: Command): void {
  program
    .command('once')
    .description('Poll, read, match and mail everything that is due, then exit. For cron, or for a first look.')
    .option('--json', 'as JSON')
    .action(once)
}

async function once(options: { readonly json?: true }): Promise<void> {
  const environment = loadEnvironment()
  const log = openLog(environment.logLevel)
  await using config = await openLiveConfig(environment, log)
  await using opened = await openInProcessDesk({ environment, config: config.current, ...systemClock }, log)
  const { ports, store } = opened.desk
  for (let round = 0; round < ROUND_LIMIT; round++) {
    opened.queue.enqueue([{ step: 'tick' }])
    await opened.queue.idle()
    const dueAt = await nextDueAt({ ...ports, loadNextAttemptAt: store.loadNextAttemptAt })
    if (dueAt === undefined || dueAt > Date.now() + PATIENCE_MS) break
    await systemClock.sleepUntil(dueAt)
  }
  const counts = await store.loadCounts()
  if (options.json) return printJson(counts)
  print(`${counts.articleCount} articles known, ${counts.matchCount} matches, ${counts.sentCount} mails sent`)
  if (counts.waitingCount > 0) print(`${counts.waitingCount} articles wait for another try`)
  if (counts.undeliveredCount > 0) print(`${counts.undeliveredCount} mails are not delivered yet: nightdesk status`)
}
