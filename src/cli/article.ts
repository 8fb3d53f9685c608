import type { Command } from 'commander'
import { decodeText } from '../article/decode-text.ts'
import type { Reading } from '../article/reading.ts'
import type { Environment } from '../config/environment.ts'
import { loadConfig } from '../config/load-config.ts'
import type { ArchivedArticle } from '../store/archive-store.ts'
import { openStore } from '../store/open-store.ts'
import { compareParagraphs, type ParagraphChange } from './compare-paragraphs.ts'
import { EXIT } from './exit-code.ts'
import { findArticle } from './find-article.ts'
import { loadEnvironment } from './load-environment.ts'
import { paragraphsOf } from './paragraphs-of.ts'
import { readPlainly } from './read-plainly.ts'
import { isUrl, readSource, type Source } from './read-source.ts'
import { renderFurniture, renderReading } from './render-reading.ts'
import { print, printJson, say, styled } from './terminal.ts'
import { UsageError } from './usage-error.ts'

interface ShowFlags {
  readonly furniture?: true
  readonly json?: true
}

export function addArticle(program: Command): void {
  const article = program.command('article').description('See how an article is read.')
  article
    .command('show <source>')
    .description(
      'What is read of an article: an id or URL from the archive, any other URL, a file (HTML), or - for stdin.',
    )
    .option('--furniture', 'also each block that was taken out, and why')
    .option('--json', 'as JSON')
    .action(show)
  article
    .command('diff <source>')
    .description('What Readability alone would take for the article, and what the desk takes.')
    .option('--json', 'as JSON')
    .action(diff)
}

async function show(source: string, flags: ShowFlags): Promise<void> {
  const environment = loadEnvironment()
  const { url, reading } = (await loadStored(source, environment)) ?? (await readPage(source, environment))
  const { furniture, ...rest } = reading
  if (flags.json) return printJson({ url, ...rest, ...(flags.furniture && { furniture }) })
  print(renderReading(reading, url))
  if (flags.furniture) print(`\n${renderFurniture(reading)}`)
}

async function loadStored(
  name: string,
  environment: Environment,
): Promise<{ readonly url: string; readonly reading: Reading } | undefined> {
  const found = await findStored(name, environment)
  if (found === undefined) return undefined
  const { url, reading, status } = found.article
  if (reading === undefined) throw new UsageError(`${url}: it is not read yet (${status})`)
  say(`from the archive, article ${found.article.id}`)
  return { url, reading }
}

/** A name that is neither an URL nor an article's id is a file's, and no database is opened for it. */
async function findStored(name: string, { databaseUrl }: Environment): Promise<ArchivedArticle | undefined> {
  return isUrl(name) || /^[0-9a-f]{16}$/.test(name) ? findArticle(databaseUrl, name) : undefined
}

/** A file stands under its own name: it has no address. */
async function readPage(source: string, environment: Environment): Promise<Extract<Source, { kind: 'page' }>> {
  const read = await readSource(source, environment, await loadConfig(environment.configDir, environment))
  if (read.kind === 'page') return isUrl(source) ? read : { ...read, url: source }
  throw new UsageError(`${source}: expected a page in HTML, got a text`)
}

async function diff(source: string, flags: { readonly json?: true }): Promise<void> {
  const environment = loadEnvironment()
  const page = (await loadKept(source, environment)) ?? (await readPage(source, environment))
  const plain = readPlainly(page.html, page.url)
  const changes = compareParagraphs(plain, paragraphsOf(page.reading))
  if (changes.some(({ kind }) => kind !== 'same')) process.exitCode = EXIT.no
  if (flags.json) return printJson(changes)
  print(changes.map(renderChange).join('\n'))
  const count = (kind: ParagraphChange['kind']) => changes.filter((change) => change.kind === kind).length
  say(
    `- Readability alone: ${count('removed')}, + the desk alone: ${count('added')}, both: ${count('same')} paragraphs`,
  )
}

/** The kept page of an article in the archive, as the desk read it. */
async function loadKept(
  source: string,
  environment: Environment,
): Promise<Extract<Source, { kind: 'page' }> | undefined> {
  const found = await findStored(source, environment)
  if (found?.article.reading === undefined) return undefined
  await using store = await openStore(environment.databaseUrl)
  const kept = await store.loadPage(found.article.id)
  if (kept === undefined) return undefined
  say(`from the archive, article ${found.article.id}`)
  return { kind: 'page', url: kept.url, html: decodeText(kept.body, kept.contentType), reading: found.article.reading }
}

function renderChange({ kind, text }: ParagraphChange): string {
  if (kind === 'same') return `  ${text}`
  return kind === 'added' ? styled('green', `+ ${text}`) : styled('red', `- ${text}`)
}
