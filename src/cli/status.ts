import type { Command } from 'commander'
import { openStore } from '../store/open-store.ts'
import { EXIT } from './exit-code.ts'
import { isWatching } from './is-watching.ts'
import { loadEnvironment } from './load-environment.ts'
import { loadRematch } from './load-rematch.ts'
import { print, printJson, table } from './terminal.ts'

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('What the desk knows and whether it watches; exits 1 with --health when it does not.')
    .option('--health', 'only say whether a tick came within the last two minutes')
    .option('--json', 'as JSON')
    .action(status)
}

async function status(options: { readonly health?: true; readonly json?: true }): Promise<void> {
  const environment = loadEnvironment()
  await using store = await openStore(environment.databaseUrl)
  const tickAt = await store.loadHeartbeat('tick')
  const isAlive = isWatching(tickAt, Date.now())
  if (options.health && !isAlive) process.exitCode = EXIT.no
  const outbox = (await store.loadOutbox()).filter((mail) => ['queued', 'failed', 'unknown'].includes(mail.status))
  const counts = await store.loadCounts()
  const lastTick = tickAt === undefined ? undefined : new Date(tickAt).toISOString()
  const rematch = options.health ? undefined : await loadRematch(store, environment)
  if (options.json) return printJson({ isWatching: isAlive, lastTick, ...counts, rematch, outbox })
  print(isAlive ? 'watching' : `not watching (last tick ${lastTick ?? 'never'})`)
  if (options.health) return
  print(`${counts.articleCount} articles, ${counts.waitingCount} waiting, ${counts.matchCount} matches`)
  if (rematch !== undefined && rematch.leftCount > 0) {
    print(`topics were edited: ${rematch.doneCount} stored articles judged again, ${rematch.leftCount} to go`)
  }
  print(`${counts.sentCount} mails sent, ${counts.undeliveredCount} not delivered`)
  if (outbox.length === 0) return
  print(table(outbox.map((mail) => [mail.status, mail.slotDate, mail.planId, mail.to, mail.reason ?? ''])))
}
