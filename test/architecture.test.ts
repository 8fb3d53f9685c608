import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

/**
 * Which rooms a room may import, besides itself. Nouns import nouns below them; rims import nouns and nothing else of
 * ours; only the command line and the workers know everything.
 */
const NOUNS = ['feed', 'article', 'person', 'statement', 'topic', 'story', 'digest']
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/feed': [],
  'src/article': [],
  'src/person': [],
  'src/statement': nouns('person', 'article', 'feed'),
  'src/topic': nouns('statement', 'person', 'article', 'feed'),
  'src/story': nouns('statement', 'person', 'article', 'feed'),
  'src/digest': nouns('story', 'topic', 'statement', 'person', 'article', 'feed'),
  'src/pipeline': nouns(...NOUNS),
  'src/config': nouns(...NOUNS),
  'src/fetch': nouns(...NOUNS),
  'src/extraction': nouns(...NOUNS),
  'src/store': nouns(...NOUNS),
  'src/mail': nouns(...NOUNS),
  'src/replay': nouns(...NOUNS),
  'src/site': nouns(...NOUNS),
  'src/queue': [],
}
const EVERYWHERE = ['src/cli', 'workers', 'test', 'bench', 'bin']

/** Pure rooms reach the world through arguments; a hash is no world. */
const PURE = NOUNS.map((noun) => `src/${noun}`)
const PURE_BUILTINS = ['node:crypto', 'node:util']

interface Import {
  readonly file: string
  readonly line: number
  readonly specifier: string
}

const files = globSync('{src,workers}/**/*.ts').map((file) => file.replaceAll('\\', '/'))
const imports = files.flatMap(importsOf)

function nouns(...names: readonly string[]): readonly string[] {
  return names.map((name) => `src/${name}`)
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(
    /^(?:import|export)\b[^'"\n]*?(?:\n[^'"]*?)?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm,
  )
  return [...found].map((match) => ({
    file,
    line: text.slice(0, match.index).split('\n').length,
    specifier: match[1] ?? match[2] ?? match[3] ?? '',
  }))
}

function roomOf(file: string): string | undefined {
  return [...Object.keys(ROOMS), ...EVERYWHERE].find((room) => file.startsWith(`${room}/`))
}

function targetOf({ file, specifier }: Import): string | undefined {
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : undefined
}

function told(offences: readonly Import[], why: string): string {
  return offences.map(({ file, line, specifier }) => `${file}:${line} imports ${specifier}: ${why}`).join('\n')
}

test('every source file stands in a room of the table', () => {
  assert.deepEqual(
    files.filter((file) => roomOf(file) === undefined),
    [],
  )
  assert.ok(imports.length > 100)
})

test('rooms import only what the table allows', () => {
  const offences = imports.filter((each) => {
    const allowed = ROOMS[roomOf(each.file) ?? '']
    const target = targetOf(each)
    if (allowed === undefined || target === undefined) return false
    const room = roomOf(target)
    return room !== roomOf(each.file) && !allowed.includes(room ?? '')
  })
  assert.equal(told(offences, 'not a room it may know'), '')
})

test('nouns are pure: no node: I/O', () => {
  const offences = imports.filter(
    ({ file, specifier }) =>
      PURE.some((room) => file.startsWith(`${room}/`)) &&
      specifier.startsWith('node:') &&
      !PURE_BUILTINS.includes(specifier),
  )
  assert.equal(told(offences, 'the world comes in as arguments'), '')
})

test('only workers know bullmq, and only the store knows a database', () => {
  const owners: Readonly<Record<string, readonly string[]>> = {
    bullmq: ['workers/'],
    kysely: ['src/store/'],
    'kysely/migration': ['src/store/'],
    pg: ['src/store/'],
    'node:sqlite': ['src/store/'],
    undici: ['src/fetch/'],
    nodemailer: ['src/mail/'],
    '@hono/node-server': ['src/site/'],
    'prom-client': ['src/site/'],
    piscina: ['src/extraction/', 'src/mail/'],
    commander: ['src/cli/'],
  }
  const offences = imports.filter(({ file, specifier }) => {
    const allowed = owners[specifier]
    return allowed !== undefined && !allowed.some((room) => file.startsWith(room))
  })
  assert.equal(told(offences, 'it has a room of its own'), '')
})

test('no import goes in a circle', () => {
  const edges = Map.groupBy(imports, ({ file }) => file)
  const done = new Set<string>()
  const circles: string[] = []
  function walk(file: string, path: readonly string[]): void {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      return
    }
    if (done.has(file)) return
    for (const each of edges.get(file) ?? []) {
      const target = targetOf(each)
      if (target !== undefined) walk(target, [...path, file])
    }
    done.add(file)
  }
  for (const file of files) walk(file, [])
  assert.deepEqual(circles, [])
})
