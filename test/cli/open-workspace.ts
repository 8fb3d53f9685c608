import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Workspace extends AsyncDisposable {
  readonly dir: string
  /** What points a command at this workspace and at nothing else. */
  readonly variables: Readonly<Record<string, string>>
  readonly database: string
  readonly write: (name: string, text: string) => Promise<void>
}

/** A config, a database and an outbox of one test's own. */
export async function openWorkspace(config: Readonly<Record<string, string>>): Promise<Workspace> {
  const dir = await mkdtemp(join(tmpdir(), 'nightdesk-cli-'))
  await mkdir(join(dir, 'config'))
  const write = (name: string, text: string) => writeFile(join(dir, 'config', name), text)
  for (const [name, text] of Object.entries(config)) await write(name, text)
  return {
    dir,
    write,
    database: join(dir, 'var', 'desk.sqlite'),
    variables: {
      NIGHTDESK_CONFIG: join(dir, 'config'),
      NIGHTDESK_DATA: join(dir, 'var'),
      DATABASE_URL: join(dir, 'var', 'desk.sqlite'),
      SITE_BIND: '127.0.0.1:0',
    },
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  }
}
