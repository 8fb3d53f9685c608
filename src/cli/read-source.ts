import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { decodeText } from '../article/decode-text.ts'
import type { Reading } from '../article/reading.ts'
import type { DeskConfig } from '../config/desk-config.ts'
import type { Environment } from '../config/environment.ts'
import { openReadonlyDesk } from './open-readonly-desk.ts'
import { UsageError } from './usage-error.ts'

/** What a person hands to a command to be tried: a page, or a text whose first line is its title. */
export type Source =
  | { readonly kind: 'page'; readonly url: string; readonly html: string; readonly reading: Reading }
  | { readonly kind: 'text'; readonly title: string; readonly text: string }

interface FoundPage {
  readonly url: string
  readonly html: string
}

/** What a file without an address of its own is read as. */
const NO_URL = 'https://page.invalid/'

/**
 * Reads an URL, a file (HTML or text) or `-`, which is stdin. Nothing is stored.
 * @throws UsageError when there is nothing to read
 */
export async function readSource(source: string, environment: Environment, config: DeskConfig): Promise<Source> {
  const found = isUrl(source) ? await fetchPage(source, environment, config) : await loadText(source)
  if (typeof found === 'string') return splitTitle(found)
  return { kind: 'page', ...found, reading: await readPage(found, environment, config) }
}

export function isUrl(source: string): boolean {
  return /^https?:\/\//.test(source)
}

async function fetchPage(url: string, environment: Environment, config: DeskConfig): Promise<FoundPage> {
  await using desk = await openReadonlyDesk({ ...environment, databaseUrl: ':memory:' }, config)
  const outcome = await desk.door.fetchPage({ url })
  if (outcome.kind === 'fresh') return { url: outcome.url, html: outcome.text }
  throw new UsageError(`${url}: ${outcome.kind === 'failed' ? outcome.failure.message : 'the server sent no page'}`)
}

async function loadText(source: string): Promise<FoundPage | string> {
  const text = source === '-' ? await readAll(process.stdin) : decodeText(await loadFile(source))
  return /<html|<!doctype html|<body/i.test(text.slice(0, 2_000)) ? { url: NO_URL, html: text } : text
}

async function loadFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new UsageError(`${path}: expected an URL, a file or -, got ${error instanceof Error ? error.message : error}`)
  }
}

function splitTitle(text: string): Source {
  const [title = '', ...body] = text.split('\n')
  return { kind: 'text', title: title.trim(), text: body.join('\n').trim() }
}

async function readPage({ url, html }: FoundPage, environment: Environment, config: DeskConfig): Promise<Reading> {
  await using desk = await openReadonlyDesk({ ...environment, databaseUrl: ':memory:' }, config)
  const listed = { title: '', authors: [] }
  const body = new TextEncoder().encode(html)
  const page = {
    body,
    contentType: 'text/html; charset=utf-8',
    url,
    outlet: '',
    timezone: config.settings.timezone,
    now: Date.now(),
    listed,
  }
  const read = await desk.ports.readPage(page)
  if (read.kind === 'failed') throw new UsageError(`${url}: ${read.reason}`)
  return read.reading
}
