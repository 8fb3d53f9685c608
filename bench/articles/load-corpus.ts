import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A page whose true text is known. */
export interface CorpusPage {
  readonly id: string
  readonly url: string
  readonly html: string
  readonly text: string
  /** Pages of one site are trained on together or measured together, never one on the other. */
  readonly site: string
}

/** Sets of pages by name: folders with `truth.jsonl` and `pages/<id>.html.gz`; none where the folder is missing. */
export function loadCorpus(dir: string, names: readonly string[]): ReadonlyMap<string, readonly CorpusPage[]> {
  const present = names.filter((name) => existsSync(join(dir, name, 'truth.jsonl')))
  return new Map(present.map((name) => [name, loadSet(join(dir, name))]))
}

function loadSet(dir: string): readonly CorpusPage[] {
  const lines = readFileSync(join(dir, 'truth.jsonl'), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const { id, url, text }: { id: string; url: string; text: string } = JSON.parse(line)
    return { id, url, html: loadBody(join(dir, 'pages', `${id}.html.gz`)).toString('utf8'), text, site: siteOf(url) }
  })
}

/** The files of a set's pages, for those who want one page after the other. */
export function listPageFiles(dir: string, names: readonly string[]): readonly string[] {
  const present = names.map((name) => join(dir, name, 'pages')).filter((folder) => existsSync(folder))
  return present.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
}

export function loadBody(file: string): Buffer {
  return gunzipSync(readFileSync(file))
}

/** The part of the host that one owner has: its last two labels, three below the likes of co.uk. */
function siteOf(url: string): string {
  const labels = new URL(url).hostname.split('.')
  const isShared = labels.at(-1)?.length === 2 && /^(?:co|com|org|net|ac|gov|gob|edu)$/.test(labels.at(-2) ?? '')
  return labels.slice(isShared ? -3 : -2).join('.')
}
