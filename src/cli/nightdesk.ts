import { Command, CommanderError } from 'commander'
import { ConfigError } from '../config/config-error.ts'
import { DayError } from '../replay/day-error.ts'
import { addCheck } from './check.ts'
import { addDigest } from './digest.ts'
import { addDoctor } from './doctor.ts'
import { EXIT } from './exit-code.ts'
import { addFeeds } from './feeds.ts'
import { addOnce } from './once.ts'
import { addRecord } from './record.ts'
import { addReplay } from './replay.ts'
import { addStart } from './start.ts'
import { addStatus } from './status.ts'
import { say } from './terminal.ts'
import { addTopic } from './topic.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'
import { addWorker } from './worker.ts'

const EXAMPLES = `
Examples:
  $ nightdesk replay fixtures/days/2024-06-14   see what it does, on a recorded day
  $ nightdesk check                             is the config good?
  $ nightdesk once                              poll, read, match and mail what is due, then stop
  $ nightdesk start                             keep watch
  $ nightdesk digest preview                    what the next mail would say
  $ nightdesk topic test https://…              which topics match a page, and why

Exit codes: 0 done, 1 the answer is no, 2 wrong call or config, 3 unexpected failure.`

const program = new Command('nightdesk')
  .description('Watches the news for you at night and hands you the morning digest.')
  .version(version)
  .addHelpText('before', `${EXAMPLES.trimStart()}\n`)
  .showHelpAfterError('(nightdesk --help shows what there is)')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) })

for (const add of [
  addCheck,
  addStart,
  addWorker,
  addOnce,
  addReplay,
  addRecord,
  addDigest,
  addFeeds,
  addTopic,
  addDoctor,
  addStatus,
]) {
  add(program)
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  if (error instanceof ConfigError || error instanceof UsageError || error instanceof DayError) {
    say(error.message)
    return EXIT.usage
  }
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return EXIT.failed
}
