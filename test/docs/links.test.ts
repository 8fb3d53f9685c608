import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'

const root = join(import.meta.dirname, '../..')
const pages = globSync(['*.md', 'docs/**/*.md', 'fixtures/**/README.md', 'bench/**/*.md'], { cwd: root })

/** Folders whose files exist in every clone; what stands under `var/` is made at run time. */
const ROOMS = ['src', 'workers', 'config', 'fixtures', 'test', 'bench', 'bin', 'docs', '.ci']

describe('what a page points at exists', () => {
  for (const page of pages) {
    const text = readFileSync(join(root, page), 'utf8')
    it(`${page}: links`, () => assert.deepEqual(brokenLinks(page, text), []))
    it(`${page}: paths`, () => assert.deepEqual(missingPaths(text), []))
  }
})

it('reads the pages it is for', () => {
  for (const page of ['README.md', 'CONTRIBUTING.md', 'docs/cli.md', 'docs/decisions/README.md'])
    assert.ok(pages.map((each) => each.replaceAll('\\', '/')).includes(page), page)
})

function brokenLinks(page: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => !/^(?:https?|mailto):/.test(link) && !isThere(page, link))
}

function isThere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? join(root, page) : join(root, dirname(page), path)
  if (!existsSync(target)) return false
  return anchor === undefined || anchorsOf(readFileSync(target, 'utf8')).includes(anchor)
}

/** As GitHub makes them from headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** Paths of the tree in backticks: `src/cli/nightdesk.ts`, `test/`. */
function missingPaths(text: string): string[] {
  const quoted = [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path = '']) => path)
  return quoted.filter((path) => ROOMS.includes(path.split('/')[0] ?? '') && !existsSync(join(root, path)))
}
