import assert from 'node:assert/strict'
import { execFile as execFileWithCallback } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'

const execFile = promisify(execFileWithCallback)

test('installed below node_modules, where Node strips no types, the package’s bin plays a day, threads included', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'nightdesk-package-'))
  try {
    const home = join(dir, 'node_modules', 'nightdesk')
    await mkdir(home, { recursive: true })
    const { files } = JSON.parse(await readFile('package.json', 'utf8'))
    for (const name of ['package.json', ...files]) await cp(name, join(home, name), { recursive: true })
    await symlink(join(process.cwd(), 'node_modules'), join(home, 'node_modules'))
    const args = [join(home, 'bin', 'nightdesk.js'), 'replay', join(home, 'fixtures', 'days', '2024-06-14')]
    const { stdout } = await execFile(process.execPath, [...args, '--out', join(dir, 'out')], { cwd: dir })
    assert.match(stdout, /Mailed: 1/)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
})
