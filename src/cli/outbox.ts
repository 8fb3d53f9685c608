import { type Command, Option } from 'commander'
import { lateLimit } from '../digest/late-limit.ts'
import { openStore, type Store } from '../store/open-store.ts'
import type { OutboxEntry } from '../store/outbox-store.ts'
import { loadEnvironment } from './load-environment.ts'
import { print, printJson, say, table } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** Mails that rest for a person. */
const RESTING = ['failed', 'unknown']

export function addOutbox(program: Command): void {
  const outbox = program.command('outbox').description('See which mails went out, and decide about those that did not.')
  outbox
    .command('list')
    .description('Mails that are queued or rest for a person; with --all those that are done with, too.')
    .option('--all', 'every mail that is kept')
    .option('--json', 'as JSON')
    .action(list)
  outbox
    .command('retry <id>')
    .description('Queue a mail that failed, or nobody answered for, once more: the same bytes, the same Message-ID.')
    .action(retry)
  outbox
    .command('resolve <id>')
    .description('Say what became of a mail that rests.')
    .addOption(
      new Option('--as <found>', 'arrived: its reader has it. lost: its news goes into the next mail')
        .choices(['arrived', 'lost'])
        .makeOptionMandatory(),
    )
    .action(resolve)
}

async function list(options: { readonly all?: true; readonly json?: true }): Promise<void> {
  await using store = await openStore(loadEnvironment().databaseUrl)
  const mails = await store.loadOutbox()
  const open = ['queued', ...RESTING]
  const shown = options.all ? mails : mails.filter((mail) => open.includes(mail.status))
  if (options.json) return printJson(shown)
  if (shown.length === 0) return say(options.all ? 'no mail yet' : 'every mail is delivered')
  print(table(shown.map(rowOf)))
  if (shown.some((mail) => RESTING.includes(mail.status))) {
    say('those that failed or are unknown rest: nightdesk outbox retry ID, or outbox resolve ID --as arrived|lost')
  }
}

function rowOf(mail: OutboxEntry): readonly string[] {
  const attempts = `${mail.attemptCount}x`
  return [mail.status, mail.slotDate, mail.planId, mail.to, attempts, mail.deliveryId, mail.reason ?? '']
}

async function retry(id: string): Promise<void> {
  await using store = await openStore(loadEnvironment().databaseUrl)
  await expectResting(store, id, 'retry')
  const now = Date.now()
  await store.retryMail(id, { now, expiresAt: lateLimit(now) })
  say(`${id}: queued; a running desk sends it within seconds, or nightdesk once`)
}

async function resolve(id: string, { as: kind }: { readonly as: 'arrived' | 'lost' }): Promise<void> {
  await using store = await openStore(loadEnvironment().databaseUrl)
  await expectResting(store, id, 'resolve')
  await store.resolveMail(id, { kind, at: Date.now() })
  say(`${id}: ${kind === 'arrived' ? 'counts as sent' : 'its news goes into the next mail'}`)
}

async function expectResting(store: Store, id: string, command: string): Promise<void> {
  const mail = (await store.loadOutbox()).find((each) => each.deliveryId === id)
  if (mail === undefined) throw new UsageError(`outbox ${command}: expected an id of \`outbox list --all\`, got ${id}`)
  if (RESTING.includes(mail.status)) return
  throw new UsageError(`outbox ${command}: expected a mail that failed or is unknown, got one that is ${mail.status}`)
}
