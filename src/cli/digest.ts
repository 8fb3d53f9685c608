import { type Command, InvalidArgumentError, Option } from 'commander'
import { loadConfig } from '../config/load-config.ts'
import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { nextSlot } from '../digest/next-slot.ts'
import { renderHtml } from '../digest/render-html.ts'
import { renderText } from '../digest/render-text.ts'
import { type ComposedMail, composeMails } from '../pipeline/compose-mails.ts'
import { addDigestSend } from './digest-send.ts'
import { findPlan } from './find-plan.ts'
import { loadEnvironment } from './load-environment.ts'
import { openFile } from './open-file.ts'
import { openReadonlyDesk } from './open-readonly-desk.ts'
import { print } from './terminal.ts'
import { UsageError } from './usage-error.ts'

type Format = 'text' | 'html' | 'eml'

interface PreviewFlags {
  readonly at?: number
  readonly format: Format
  readonly open?: true
}

const EXTENSION: Readonly<Record<Format, string>> = { text: 'txt', html: 'html', eml: 'eml' }

export function addDigest(program: Command): void {
  const digest = program.command('digest').description('Look at a digest before it is sent, or send it now.')
  digest
    .command('preview [digest]')
    .description('What the next mail of a digest would say; nothing is stored or sent.')
    .option('--at <time>', 'as if it were this time (ISO 8601)', timeOf)
    .addOption(new Option('--format <form>', 'how to print it').choices(['text', 'html', 'eml']).default('text'))
    .option('--open', 'write it to a file and open that, instead of printing')
    .action(preview)
  addDigestSend(digest)
}

async function preview(id: string | undefined, flags: PreviewFlags): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  const plan = findPlan(config.digests, id)
  await using desk = await openReadonlyDesk(environment, config)
  const now = flags.at ?? Date.now()
  const order = { plan, slot: slotAfter(plan, now), addresses: plan.to.slice(0, 1) }
  for await (const mail of composeMails({ ...desk.ports, now: () => now }, order)) {
    const drawn = render(mail, flags.format)
    if (flags.open) await openFile(environment.dataDir, `preview-${plan.id}.${EXTENSION[flags.format]}`, drawn)
    else print(drawn)
    return
  }
  throw new UsageError(`digest ${plan.id}: expected an address under "to", got none`)
}

/** An instant digest has no next slot before something arrives: now will do. */
function slotAfter(plan: DigestPlan, now: number): Slot {
  if (plan.every !== 'instant') return nextSlot(plan, now)
  return { planId: plan.id, date: new Date(now).toISOString(), dueAt: now }
}

function render(mail: ComposedMail, format: Format): string {
  if (format === 'html') return renderHtml(mail.digest)
  return format === 'text' ? renderText(mail.digest) : new TextDecoder().decode(mail.eml)
}

function timeOf(text: string): number {
  const at = Date.parse(text)
  if (!Number.isNaN(at)) return at
  throw new InvalidArgumentError('expected a time like 2024-06-15T07:00:00+02:00.')
}
