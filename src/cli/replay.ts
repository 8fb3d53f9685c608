import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Command, InvalidArgumentError } from 'commander'
import { compareWithExpected, saveOutputs } from '../replay/compare-with-expected.ts'
import { EXIT } from './exit-code.ts'
import { openLog } from './open-log.ts'
import { openProgress } from './open-progress.ts'
import { renderReport } from './render-report.ts'
import { type Replay, replayDay } from './replay-day.ts'
import { print, printJson, say, styled } from './terminal.ts'

interface ReplayFlags {
  readonly out?: string
  readonly update?: true
  readonly json?: true
  readonly redis?: string
  readonly smtp?: string
  readonly workers: number
  readonly verbose?: true
}

export function addReplay(program: Command): void {
  program
    .command('replay <day>')
    .description('Play a recorded day through the whole pipeline and compare the outcome with what is expected.')
    .option('--out <dir>', 'where digest.eml, .html, .txt and report.json go (default: var/replay/<day>)')
    .option('--update', 'accept the outcome as the expected one')
    .option('--redis <url>', 'through BullMQ on this Redis instead of in this process, under keys of its own')
    .option('--smtp <url>', 'send the mail to this server, to see it in a mail client')
    .option('--workers <count>', 'worker processes, with --redis', countOf, 3)
    .option('--verbose', 'tell of every job')
    .option('--json', 'print report.json')
    .action(replay)
}

async function replay(day: string, flags: ReplayFlags): Promise<void> {
  const dir = resolve(day)
  const out = resolve(flags.out ?? join('var', 'replay', day.replace(/\/+$/, '').split('/').at(-1) ?? 'day'))
  const played = await play(dir, flags)
  await saveOutputs(played.outputs, out)
  if (flags.json) printJson(played.report)
  else tellOf(played, out)
  const expected = join(dir, 'expected')
  if (flags.update) {
    await saveOutputs(played.outputs, expected)
    say(`accepted as expected: ${expected}`)
    return
  }
  const difference = await compareWithExpected(played.outputs, expected)
  if (difference === '') return
  say(`\nThe outcome is not the expected one.\n${difference}`)
  process.exitCode = EXIT.no
}

async function play(dir: string, flags: ReplayFlags): Promise<Replay> {
  const log = openLog(flags.verbose ? 'info' : 'silent')
  const progress = openProgress('replaying')
  try {
    return await replayDay(dir, {
      log,
      onProgress: progress.show,
      ...(flags.smtp !== undefined && { smtpUrl: flags.smtp }),
      ...(flags.redis !== undefined && {
        redis: { url: flags.redis, workerCount: flags.workers, lockMs: 5_000, onError: (err) => log.warn({ err }) },
      }),
    })
  } finally {
    progress.end()
  }
}

function tellOf(played: Replay, out: string): void {
  print(renderReport(played.report))
  const html = Object.keys(played.outputs).find((name) => name.endsWith('.html'))
  if (html === undefined) return
  print(`\n${styled('bold', 'Open the digest')}: ${pathToFileURL(join(out, html)).href}`)
  print(`All of it: ${out}`)
}

function countOf(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count
  throw new InvalidArgumentError('expected a number from 1 to 64.')
}
