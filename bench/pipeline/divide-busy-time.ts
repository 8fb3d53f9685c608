import type { Profiler } from 'node:inspector'

export const MAIN_PARTS = [
  'fetch (HTTP)',
  'decode (charset, gzip)',
  'parse feeds',
  'pages to and from threads',
  'matching',
  'database',
  'queue',
  'garbage collection',
  'other',
] as const

type Part = (typeof MAIN_PARTS)[number]

/** Whose code it is, by the file it stands in; the first that fits. */
const OWNERS: readonly (readonly [RegExp, Part])[] = [
  [/\/src\/fetch\/decode-|\/node_modules\/iconv-lite\/|^node:zlib/, 'decode (charset, gzip)'],
  [/\/src\/fetch\/|\/node_modules\/(?:undici|robots-parser|ipaddr\.js)\//, 'fetch (HTTP)'],
  [/\/src\/feed\/|\/node_modules\/(?:rss-parser|sax|xml2js|htmlparser2|entities)\//, 'parse feeds'],
  [/\/src\/extraction\/|\/node_modules\/piscina\/|^node:internal\/worker/, 'pages to and from threads'],
  [/\/src\/topic\//, 'matching'],
  [/\/src\/store\/|\/node_modules\/(?:kysely|pg)\//, 'database'],
  [/\/src\/queue\/|\/workers\/|\/node_modules\/(?:bullmq|ioredis|redis-parser|msgpackr|cron-parser)\//, 'queue'],
]

/**
 * Divides the time that a thread was busy among the parts of the pipeline (ms): each sample belongs to the innermost
 * function that has an owner. Samples go by the clock on the wall: a wait for the disk inside SQLite is busy time.
 */
export function divideBusyTime(profile: Profiler.Profile): Record<string, number> {
  const parts = partByNode(profile.nodes)
  const busyMs: Record<string, number> = {}
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const part = parts.get(id)
    if (part !== undefined) busyMs[part] = (busyMs[part] ?? 0) + (profile.timeDeltas?.[index] ?? 0) / 1_000
  }
  return busyMs
}

/** Idle nodes have no part. Parents stand before their children in a profile. */
function partByNode(nodes: readonly Profiler.ProfileNode[]): Map<number, Part> {
  const parts = new Map<number, Part>()
  const inherited = new Map<number, Part>()
  for (const { id, callFrame, children } of nodes) {
    if (callFrame.functionName === '(idle)') continue
    const part = ownerOf(callFrame) ?? inherited.get(id) ?? 'other'
    parts.set(id, part)
    for (const child of children ?? []) inherited.set(child, part)
  }
  return parts
}

function ownerOf({ functionName, url }: { readonly functionName: string; readonly url: string }): Part | undefined {
  if (functionName === '(garbage collector)') return 'garbage collection'
  return OWNERS.find(([files]) => files.test(url))?.[1]
}
