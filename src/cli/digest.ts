import { type Command, InvalidArgumentError, Option } from 'commander'
import { loadConfig } from '../config/load-config.ts'
import type { DigestPlan } from '../digest/digest-plan.ts'
import { nextSlot } from '../digest/next-slot.ts'
import { renderHtml } from '../digest/render-html.ts'
import { renderText } from '../digest/render-text.ts'
import { type ComposedMail, composeMails } from '../pipeline/compose-mails.ts'
import { loadEnvironment } from './load-environment.ts'
import { openReadonlyDesk } from './open-readonly-desk.ts'
import { print } from './terminal.ts'
import { UsageError } from './usage-error.ts'

interface PreviewFlags {
  readonly at?: number
  readonly format: 'text' | 'html' | 'eml'
}

export function addDigest(program: Command): void {
  program
    .command('digest')
    .description('Look at the digest before it is sent.')
    .command('preview [digest]')
    .description('What the next mail of a digest would say; nothing is stored or sent.')
    .option('--at <time>', 'as if it were this time (ISO 8601)', timeOf)
    .addOption(new Option('--format <form>', 'how to print it').choices(['text', 'html', 'eml']).default('text'))
    .action(preview)
}

async function preview(id: string | undefined, flags: PreviewFlags): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  const plan = findPlan(config.digests, id)
  await using desk = await openReadonlyDesk(environment, config)
  const now = flags.at ?? Date.now()
  const [mail] = await composeMails({ ...desk.ports, now: () => now }, plan, nextSlot(plan, now))
  if (mail === undefined) throw new UsageError(`digest ${plan.id}: expected an address under "to", got none`)
  print(render(mail, flags.format))
}

function findPlan(plans: readonly DigestPlan[], id: string | undefined): DigestPlan {
  const plan = id === undefined ? plans[0] : plans.find((each) => each.id === id)
  if (plan !== undefined) return plan
  throw new UsageError(`digest preview: expected one of ${plans.map((each) => each.id).join(', ')}, got ${id}`)
}

function render(mail: ComposedMail, format: PreviewFlags['format']): string {
  if (format === 'html') return renderHtml(mail.digest)
  return format === 'text' ? renderText(mail.digest) : new TextDecoder().decode(mail.eml)
}

function timeOf(text: string): number {
  const at = Date.parse(text)
  if (!Number.isNaN(at)) return at
  throw new InvalidArgumentError('expected a time like 2024-06-15T07:00:00+02:00.')
}
