import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * `npm run bench`: every bench in turn; `npm run bench -- pipeline --quick`: one, with its flags.
 * A bench is a folder beside this file with a `run.ts` in it.
 */
const words = process.argv.slice(2)
const flags = words.filter((word) => word.startsWith('-'))
const asked = words.filter((word) => !word.startsWith('-'))
const known = globSync('*/run.ts', { cwd: import.meta.dirname })
  .map((file) => basename(dirname(file)))
  .sort()

const strange = asked.find((name) => !known.includes(name))
if (strange === undefined) {
  for (const name of asked.length > 0 ? asked : known) process.exitCode = (await run(name)) || (process.exitCode ?? 0)
} else {
  process.stderr.write(`bench: expected ${known.join(' or ')}, got ${strange}\n`)
  process.exitCode = 2
}

async function run(name: string): Promise<number> {
  process.stdout.write(`\n# ${name}\n\n`)
  const bench = spawn(process.execPath, [join(import.meta.dirname, name, 'run.ts'), ...flags], { stdio: 'inherit' })
  const [code] = await once(bench, 'exit')
  return typeof code === 'number' ? code : 1
}
