import { Command, CommanderError } from 'commander'
import { ConfigError } from '../config/config-error.ts'
import { DayError } from '../replay/day-error.ts'
import { EXIT } from './exit-code.ts'
import { say } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

/** Loaded by name, so that a command starts without the weight of the others. */
const COMMANDS = new Map<string | undefined, () => Promise<(program: Command) => void>>([
  ['check', async () => (await import('./check.ts')).addCheck],
  ['start', async () => (await import('./start.ts')).addStart],
  ['worker', async () => (await import('./worker.ts')).addWorker],
  ['once', async () => (await import('./once.ts')).addOnce],
  ['replay', async () => (await import('./replay.ts')).addReplay],
  ['record', async () => (await import('./record.ts')).addRecord],
  ['digest', async () => (await import('./digest.ts')).addDigest],
  ['outbox', async () => (await import('./outbox.ts')).addOutbox],
  ['schedule', async () => (await import('./schedule.ts')).addSchedule],
  ['feeds', async () => (await import('./feeds.ts')).addFeeds],
  ['article', async () => (await import('./article.ts')).addArticle],
  ['reread', async () => (await import('./reread.ts')).addReread],
  ['topic', async () => (await import('./topic.ts')).addTopic],
  ['search', async () => (await import('./search.ts')).addSearch],
  ['statements', async () => (await import('./statements.ts')).addStatements],
  ['story', async () => (await import('./story.ts')).addStory],
  ['doctor', async () => (await import('./doctor.ts')).addDoctor],
  ['status', async () => (await import('./status.ts')).addStatus],
])

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

for (const load of chosen(process.argv[2])) (await load())(program)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

/** The command that was called, or all of them where help or a mistake has to know them. */
function chosen(name: string | undefined) {
  const load = COMMANDS.get(name)
  return load === undefined ? [...COMMANDS.values()] : [load]
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
