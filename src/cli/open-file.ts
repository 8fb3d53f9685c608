import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { print, say } from './terminal.ts'

/** Writes a file, prints its path, and opens it in whatever this machine opens such files in. */
export async function openFile(dir: string, name: string, text: string): Promise<void> {
  await mkdir(dir, { recursive: true })
  const path = resolve(join(dir, name))
  await writeFile(path, text)
  print(path)
  const [command, ...words] = opener()
  const opening = spawn(command, [...words, path], { stdio: 'ignore', detached: true })
  opening.once('error', () => say(`expected ${command} to open it, got none: open the file by hand`))
  opening.unref()
}

function opener(): readonly [string, ...string[]] {
  if (process.platform === 'darwin') return ['open']
  return process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
}
