import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openInProcessDesk } from '../../src/cli/open-in-process-desk.ts'
import { openLog } from '../../src/cli/open-log.ts'
import { replayEnvironment } from '../../src/cli/replay-setup.ts'
import type { DeskConfig } from '../../src/config/desk-config.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { openVirtualClock } from '../../src/replay/virtual-clock.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export const CONFIG = {
  feeds: 'feeds:\n  - { id: wire, url: "https://wire.example/feed", outlet: Wire, timezone: Europe/Berlin }\n',
  topics: 'topics:\n  - { id: peace, name: Peace, any: [peace plan] }\n',
  digests:
    'digests:\n  - { id: daily, name: Daily, at: "07:00", timezone: Europe/Berlin, to: [reader@desk.example] }\n',
  settings: 'fetch: { host-gap: 1ms, total-timeout: 2s }\n',
}

/** Friday 14 June 2024, 22:00 in Berlin. */
export const EVENING = Date.UTC(2024, 5, 14, 20)
/** Saturday 15 June 2024, 07:00 in Berlin. */
export const MORNING = Date.UTC(2024, 5, 15, 5)

/** A whole desk with the real store, network, threads and mail folder; all hosts are played by `answer`. */
export async function openLoopbackDesk(answer: Answer, config: Partial<typeof CONFIG> = {}) {
  await using opened = new AsyncDisposableStack()
  const workDir = await mkdtemp(join(tmpdir(), 'nightdesk-pipeline-'))
  opened.defer(() => rm(workDir, { recursive: true, force: true }))
  const server = createServer(answer)
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  opened.defer(async () => {
    server.closeAllConnections()
    server.close()
  })
  const clock = openVirtualClock(EVENING)
  const dialInstead = { host: '127.0.0.1', port }
  const setup = { dayDir: workDir, workDir, databaseUrl: ':memory:', dialInstead, logLevel: 'silent' } as const
  const environment = replayEnvironment(setup)
  let current = await writeConfig(workDir, { ...CONFIG, ...config })
  const { desk, queue, ...rest } = await openInProcessDesk(
    {
      environment,
      config: () => current,
      now: clock.now,
      sleepUntil: clock.sleepUntil,
      random: () => 0.5,
      dialInstead,
    },
    openLog('silent'),
    [],
  )
  opened.defer(() => rest[Symbol.asyncDispose]())
  const resources = opened.move()
  return {
    desk,
    queue,
    clock,
    workDir,
    /** One tick, and all that follows from it. */
    round: async () => {
      queue.enqueue([{ step: 'tick' }])
      await queue.idle()
    },
    edit: async (change: Partial<typeof CONFIG>) => {
      current = await writeConfig(workDir, { ...CONFIG, ...config, ...change })
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }

  async function writeConfig(dir: string, files: typeof CONFIG): Promise<DeskConfig> {
    await mkdir(join(dir, 'config'), { recursive: true })
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, 'config', `${name}.yaml`), text)
    return loadConfig(environment.configDir, environment)
  }
}

/** An RSS feed of these items; an item is its path and title. */
export function rss(
  items: readonly { readonly path: string; readonly title: string; readonly date?: string }[],
): string {
  const listed = items.map(
    ({ path, title, date = 'Fri, 14 Jun 2024 18:00:00 GMT' }) =>
      `<item><title>${title}</title><link>https://wire.example${path}</link><guid>${path}</guid><pubDate>${date}</pubDate><description>Summary of ${title}.</description></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link>${listed.join('')}</channel></rss>`
}

/** A page whose article holds this sentence among enough others to be one. */
export function page(title: string, sentence: string): string {
  const filler = 'The harbour office counted the boats again, wrote the number down and hung the list on the door. '
  const paragraphs = [sentence, filler.repeat(4), filler.repeat(5), filler.repeat(3)].map((text) => `<p>${text}</p>`)
  return `<!doctype html><html lang="en"><head><title>${title} | Wire</title></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${paragraphs.join('\n')}</article></body></html>`
}

export function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = 'text/html; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type })
  response.end(body)
}
