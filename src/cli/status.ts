import type { Command } from 'commander'
import { openStore } from '../store/open-store.ts'
import { EXIT } from './exit-code.ts'
import { loadEnvironment } from './load-environment.ts'
import { print, printJson, table } from './terminal.ts'

/** A desk whose last tick is older than this is not watching. */
const ALIVE_WITHIN_MS = 120_000

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('What the desk knows and whether it watches; exits 1 with --health when it does not.')
    .option('--health', 'only say whether a tick came within the last two minutes')
    .option('--json', 'as JSON')
    .action(status)
}

async function status(options: { readonly health?: true; readonly json?: true }): Promise<void> {
  await using store = await openStore(loadEnvironment().databaseUrl)
  const tickAt = await store.loadHeartbeat('tick')
  const isWatching = tickAt !== undefined && Date.now() - tickAt < ALIVE_WITHIN_MS
  if (options.health && !isWatching) process.exitCode = EXIT.no
  const outbox = (await store.loadOutbox()).filter((mail) => mail.status !== 'sent')
  const counts = await store.loadCounts()
  const lastTick = tickAt === undefined ? undefined : new Date(tickAt).toISOString()
  if (options.json) return printJson({ isWatching, lastTick, ...counts, outbox })
  print(isWatching ? 'watching' : `not watching (last tick ${lastTick ?? 'never'})`)
  if (options.health) return
  print(`${counts.articleCount} articles, ${counts.waitingCount} waiting, ${counts.matchCount} matches`)
  print(`${counts.sentCount} mails sent, ${counts.undeliveredCount} not delivered`)
  if (outbox.length === 0) return
  print(table(outbox.map((mail) => [mail.status, mail.slotDate, mail.planId, mail.to, mail.reason ?? ''])))
}
