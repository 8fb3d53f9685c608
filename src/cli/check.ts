import type { Command } from 'commander'
import { loadConfig } from '../config/load-config.ts'
import { nextSlot } from '../digest/next-slot.ts'
import { loadEnvironment } from './load-environment.ts'
import { print, printJson } from './terminal.ts'

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('Read the config and say whether it is good; every mistake is told with its place.')
    .option('--json', 'as JSON')
    .action(check)
}

async function check(options: { readonly json?: true }): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  const digests = config.digests.map((plan) => ({
    id: plan.id,
    next: new Date(nextSlot(plan, Date.now()).dueAt).toISOString(),
    at: `${plan.at} ${plan.timezone}`,
    addressCount: plan.to.length,
  }))
  const counts = { feeds: config.feeds.length, topics: config.topics.length, digests }
  if (options.json) return printJson({ ok: true, ...counts })
  print(`${environment.configDir} is good: ${counts.feeds} feeds, ${counts.topics} topics`)
  for (const digest of digests) {
    print(`digest ${digest.id}: at ${digest.at}, next ${digest.next}, to ${digest.addressCount} address(es)`)
  }
}
