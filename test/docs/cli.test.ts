import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { Command } from 'commander'
import { EXIT } from '../../src/cli/exit-code.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/cli.md'), 'utf8')
const program = await buildProgram()
const commands = program.commands.flatMap((command) => [command, ...command.commands])

/** All commands there are, built without running one: `src/cli/nightdesk.ts` reads the arguments of its process. */
async function buildProgram(): Promise<Command> {
  const built = new Command('nightdesk')
  for (const file of globSync('src/cli/*.ts', { cwd: root }).toSorted()) {
    if (!/^export function add[A-Z]\w*\(program: Command\)/m.test(readFileSync(join(root, file), 'utf8'))) continue
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, file)).href)
    for (const add of Object.values(module)) if (typeof add === 'function' && /^add[A-Z]/.test(add.name)) add(built)
  }
  return built
}

function headingOf(command: Command): string {
  const names: string[] = []
  for (let each: Command | null = command; each !== null; each = each.parent) names.unshift(each.name())
  const operands = command.registeredArguments.map((operand) => {
    const name = `${operand.name()}${operand.variadic ? '...' : ''}`
    return operand.required ? `<${name}>` : `[${name}]`
  })
  return [...names, ...operands].join(' ')
}

/** The text below each heading that names a command. */
const sections = new Map(
  page
    .split(/^#{2,3} /m)
    .slice(1)
    .map((section): [string, string] => {
      const [heading = '', ...lines] = section.split('\n')
      return [heading.replaceAll('`', ''), lines.join('\n')]
    })
    .filter(([heading]) => heading.startsWith('nightdesk ')),
)

test('every command has a section, and every section is of a command', () => {
  assert.deepEqual([...sections.keys()].toSorted(), commands.map(headingOf).toSorted())
})

test('every option stands in the section of its command, and no other does', () => {
  for (const command of commands) {
    const rows = (sections.get(headingOf(command)) ?? '').matchAll(/^\| `(--[^`]+)` \|/gm)
    const documented = [...rows].map(([, flags]) => flags)
    assert.deepEqual(
      documented.toSorted(),
      command.options.map((option) => option.flags).toSorted(),
      headingOf(command),
    )
  }
})

test('`nightdesk --help` lists the same commands', () => {
  const help = execFileSync(process.execPath, [join(root, 'bin/nightdesk.js'), '--help'], { encoding: 'utf8' })
  const listed = [...(help.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)
  assert.deepEqual(
    listed.filter((name) => name !== 'help').toSorted(),
    program.commands.map((each) => each.name()).toSorted(),
  )
})

test('every exit code is explained', () => {
  const explained = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code))
  for (const code of Object.values(EXIT)) assert.ok(explained.includes(code), `expected a row for exit code ${code}`)
})
