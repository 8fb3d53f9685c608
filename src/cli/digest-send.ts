import { type Command, InvalidArgumentError } from 'commander'
import type { DeskConfig } from '../config/desk-config.ts'
import { isMailAddress } from '../config/is-mail-address.ts'
import { loadConfig } from '../config/load-config.ts'
import { countItems } from '../digest/count-items.ts'
import { countNoun } from '../digest/count-noun.ts'
import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { localClock } from '../digest/local-clock.ts'
import { renderHtml } from '../digest/render-html.ts'
import { renderText } from '../digest/render-text.ts'
import { composeMails } from '../pipeline/compose-mails.ts'
import { deliverMail } from '../pipeline/deliver-mail.ts'
import type { Job } from '../pipeline/job.ts'
import { sendDigest } from '../pipeline/send-digest.ts'
import { EXIT } from './exit-code.ts'
import { findPlan } from './find-plan.ts'
import { loadEnvironment } from './load-environment.ts'
import { type Desk, openDesk } from './open-desk.ts'
import { openReadonlyDesk } from './open-readonly-desk.ts'
import { systemClock } from './system-clock.ts'
import { print, say, table } from './terminal.ts'
import { UsageError } from './usage-error.ts'

interface SendFlags {
  readonly dryRun?: true
  readonly now?: true
  readonly to?: string
}

export function addDigestSend(digest: Command): void {
  digest
    .command('send [digest]')
    .description('Send a digest now; exits 1 when a mail did not go out.')
    .option('--dry-run', 'say what would be sent to whom; nothing is stored or sent')
    .option('--now', "send today's digest now, to all its addresses; it does not come again when it would be due")
    .option('--to <address>', 'send a copy of the next one to this address alone; it counts for nobody', addressOf)
    .action(send)
}

async function send(id: string | undefined, flags: SendFlags): Promise<void> {
  const ways = [flags.dryRun, flags.now, flags.to].filter((way) => way !== undefined)
  if (ways.length !== 1) throw new UsageError('digest send: expected one of --dry-run, --now and --to ADDRESS')
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  const plan = findPlan(config.digests, id)
  if (flags.now) return sendNow(environment, config, plan)
  await using desk = await openReadonlyDesk(environment, config)
  if (flags.to !== undefined) await sendCopy(desk, plan, flags.to)
  else await tellWhatWouldBeSent(desk, plan)
}

async function tellWhatWouldBeSent(desk: Desk, plan: DigestPlan): Promise<void> {
  const rows: string[][] = []
  for await (const mail of composeMails(desk.ports, { plan, slot: slotNow(plan), addresses: plan.to })) {
    const isEnded = await desk.ports.isUnsubscribed({ planId: plan.id, address: mail.address })
    const size = `${Math.ceil(mail.eml.byteLength / 1_024)} KiB`
    const stories = countNoun(countItems(mail.digest.sections), 'story', 'stories')
    const why = isEnded ? 'unsubscribed' : mail.isWorthSending ? 'would be sent' : 'nothing new'
    rows.push([mail.address, why, stories, size, mail.subject])
  }
  print(table(rows))
}

async function sendCopy(desk: Desk, plan: DigestPlan, to: string): Promise<void> {
  const order = { plan, slot: slotNow(plan), addresses: plan.to.slice(0, 1) }
  const ports = { ...desk.ports, linksFor: async () => undefined }
  for await (const { digest } of composeMails(ports, order)) {
    const drawn = { html: renderHtml(digest), text: renderText(digest) }
    const date = Date.now()
    const slotDate = `copy-${new Date(date).toISOString()}`
    const copy = await ports.freezeMail({ ...drawn, digest, slotDate, address: to, date })
    const outcome = await ports.sendMail({ ...copy, to }, async () => {})
    say(`${to}: ${outcome.kind}, ${outcome.kind === 'sent' ? outcome.response : outcome.reason}`)
    if (outcome.kind !== 'sent') process.exitCode = EXIT.no
  }
}

async function sendNow(
  environment: ReturnType<typeof loadEnvironment>,
  config: DeskConfig,
  plan: DigestPlan,
): Promise<void> {
  const jobs: Job[] = []
  const enqueue = (more: readonly Job[]) => void jobs.push(...more)
  await using desk = await openDesk({ environment, config: () => config, ...systemClock, enqueue })
  const slot = slotNow(plan)
  await desk.ports.saveRecipients(
    plan.to.map((address) => ({ planId: plan.id, address })),
    Date.now(),
  )
  const { kind } = await sendDigest(desk.ports, { planId: plan.id, slotDate: slot.date, dueAt: slot.dueAt })
  if (kind === 'done-before') {
    throw new UsageError(`digest ${plan.id}: the one of ${slot.date} was made before; --to ADDRESS sends a copy`)
  }
  if (jobs.length === 0) say(`digest ${plan.id}: nothing new, no mail`)
  for (const job of jobs) {
    if (!('deliveryId' in job)) continue
    const outcome = await deliverMail(desk.ports, job)
    say(`${outcome.to}: ${outcome.kind}, ${outcome.reason}`)
    if (outcome.kind !== 'sent') process.exitCode = EXIT.no
  }
}

/** Today's, due now; of an instant digest the one of this moment. */
function slotNow(plan: DigestPlan): Slot {
  const dueAt = Date.now()
  const date = plan.every === 'instant' ? new Date(dueAt).toISOString() : localClock(plan.timezone)(dueAt).date
  return { planId: plan.id, date, dueAt }
}

function addressOf(text: string): string {
  if (isMailAddress(text)) return text
  throw new InvalidArgumentError('expected a mail address.')
}
