import type { Command } from 'commander'
import { loadConfig } from '../config/load-config.ts'
import { renderProblem } from '../config/render-problem.ts'
import type { DigestPlan } from '../digest/digest-plan.ts'
import { nextSlot } from '../digest/next-slot.ts'
import { loadEnvironment } from './load-environment.ts'
import { print, printJson, say } from './terminal.ts'

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
    ...whenDue(plan),
    addressCount: plan.to.length,
  }))
  const counts = { feeds: config.feeds.length, topics: config.topics.length, digests }
  if (options.json) return printJson({ ok: true, ...counts, warnings: config.warnings })
  for (const warning of config.warnings) say(`warning: ${renderProblem(warning)}`)
  print(`${environment.configDir} is good: ${counts.feeds} feeds, ${counts.topics} topics`)
  for (const digest of digests) {
    const next = digest.next === undefined ? '' : `, next ${digest.next}`
    print(`digest ${digest.id}: at ${digest.at}${next}, to ${digest.addressCount} address(es)`)
  }
}

/** An instant digest has no next time before something arrives. */
function whenDue(plan: DigestPlan): { readonly at: string; readonly next?: string } {
  if (plan.every === 'instant') return { at: 'once' }
  const next = new Date(nextSlot(plan, Date.now()).dueAt).toISOString()
  return { at: `${plan.at} ${plan.timezone}`, next }
}
