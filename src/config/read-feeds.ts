import type { z } from 'zod'
import type { Feed } from '../feed/feed.ts'
import { checkShape } from './check-shape.ts'
import { checkUnique } from './check-unique.ts'
import type { ReportProblem } from './config-problem.ts'
import { feedId } from './feed-id.ts'
import { feedSchema, feedsSchema } from './feeds-schema.ts'
import type { SourceFile } from './source-file.ts'
import { type Placed, wellFormed } from './well-formed.ts'

/** feeds.yaml as feeds. */
export function readFeeds(source: SourceFile, report: ReportProblem): readonly Feed[] {
  checkShape(source, feedsSchema, report)
  const entries = wellFormed(source, 'feeds', feedSchema)
  const urls = entries.map(({ path, value }) => ({ path: [...path, 'url'], value: new URL(value.url).href }))
  checkUnique(source, 'url', { texts: urls, report })
  checkUnique(source, 'id', { texts: idsOf(entries), report })
  return entries.map(({ value }) => ({
    id: value.id ?? feedId(value.url),
    url: value.url,
    outlet: value.outlet,
    ...(value.family === undefined ? {} : { family: value.family }),
    timezone: value.timezone ?? 'UTC',
    ...(value.language === undefined ? {} : { language: value.language }),
    intervalMs: value.every,
  }))
}

/** The ids of feeds at different URLs: the same URL twice is another mistake. */
function idsOf(entries: readonly Placed<z.output<typeof feedSchema>>[]): readonly Placed<string>[] {
  const byUrl = new Map(entries.toReversed().map((entry) => [new URL(entry.value.url).href, entry]))
  return [...byUrl.values()].toReversed().map(({ path, value }) => ({
    path: [...path, value.id === undefined ? 'url' : 'id'],
    value: value.id ?? feedId(value.url),
  }))
}
