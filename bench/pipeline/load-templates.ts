import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadDay } from '../../src/replay/load-day.ts'
import type { RecordedResponse } from '../../src/replay/recorded-day.ts'

/** A page of a recorded day, and where it can be made to grow. */
export interface PageTemplate {
  readonly url: string
  readonly contentType: string
  /** One character per byte: what is added is ASCII, so the page's charset does not matter. */
  readonly html: string
  readonly title: string
  /** Opening tag of the longest paragraph, and the place after that paragraph. */
  readonly paragraphTag: string
  readonly paragraphEnd: number
}

const root = join(import.meta.dirname, '..', '..')
const SMALLEST_BYTES = 4_000

/** The English article pages of all recorded days, in order of their URL. */
export async function loadTemplates(): Promise<readonly [PageTemplate, ...PageTemplate[]]> {
  const templates: PageTemplate[] = []
  for (const dir of globSync('fixtures/days/*/', { cwd: root }).sort()) {
    const { responses } = await loadDay(join(root, dir))
    for (const [url, response] of responses) {
      const template = await templateOf(url, response)
      if (template !== undefined) templates.push(template)
    }
  }
  const [first, ...others] = templates.sort((a, b) => (a.url < b.url ? -1 : 1))
  if (first === undefined) throw new Error(`${root}/fixtures/days: expected pages to make others from, got none`)
  return [first, ...others]
}

async function templateOf(url: string, response: RecordedResponse): Promise<PageTemplate | undefined> {
  const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]))
  const contentType = headers.get('content-type') ?? ''
  const isWhole = response.status === 200 && response.cut === undefined && response.fault === undefined
  const { file } = response
  const isPlain = !url.includes('?')
  if (!isWhole || !isPlain || file === undefined || !contentType.includes('html') || headers.has('content-encoding'))
    return
  const html = await readFile(file, 'latin1')
  const title = /<h1\b[^>]*>([^<]+)<\/h1>/i.exec(html)
  const paragraph = longestParagraph(html, title?.index ?? 0)
  const isEnglish = /<html\b[^>]*\blang="?en/i.test(html)
  if (!isEnglish || html.length < SMALLEST_BYTES || title?.[1] === undefined || paragraph === undefined) return
  return {
    url,
    contentType,
    html,
    title: title[1].trim(),
    paragraphTag: paragraph[1] ?? '<p>',
    paragraphEnd: paragraph.index + paragraph[0].length,
  }
}

/** Behind the headline, so that it is the article's. */
function longestParagraph(html: string, from: number): RegExpExecArray | undefined {
  return [...html.matchAll(/(<p\b[^>]*>)[^<]*(?:<(?!\/p>)[^<]*)*<\/p>/gi)]
    .filter((paragraph) => paragraph.index > from)
    .reduce<RegExpExecArray | undefined>(
      (longest, each) => (each[0].length > (longest?.[0].length ?? 0) ? each : longest),
      undefined,
    )
}
