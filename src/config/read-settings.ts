import type { z } from 'zod'
import { checkShape } from './check-shape.ts'
import type { ReportProblem } from './config-problem.ts'
import { defaultSettings, type Settings } from './settings.ts'
import { settingsSchema } from './settings-schema.ts'
import type { SourceFile } from './source-file.ts'

const MS_PER_HOUR = 3_600_000
const BYTES_PER_MB = 1024 ** 2

/** settings.yaml as settings; the defaults where it says nothing, or nothing that can be used. */
export function readSettings(source: SourceFile, report: ReportProblem): Settings {
  checkShape(source, settingsSchema, report)
  const result = settingsSchema.safeParse(source.value ?? {})
  return result.success ? toSettings(result.data) : defaultSettings
}

function toSettings(written: z.output<typeof settingsSchema>): Settings {
  return {
    contact: written.contact,
    timezone: written.timezone,
    fetch: toFetchSettings(written.fetch),
    extraction: {
      threads: written.extraction.threads,
      timeoutMs: written.extraction.timeout,
      heapMb: written.extraction.heap / BYTES_PER_MB,
    },
    concurrency: {
      pollFeed: written.concurrency['poll-feed'],
      readArticle: written.concurrency['read-article'],
      matchArticle: written.concurrency['match-article'],
      sendDigest: written.concurrency['send-digest'],
    },
    mail: toMailSettings(written.mail),
    backlogHours: written.backlog / MS_PER_HOUR,
    keepArticlesDays: written['keep-articles'] / (24 * MS_PER_HOUR),
    keepPagesDays: written['keep-pages'] / (24 * MS_PER_HOUR),
    rematchHours: written.rematch / MS_PER_HOUR,
  }
}

function toMailSettings(written: z.output<typeof settingsSchema>['mail']): Settings['mail'] {
  const { 'bounce-address': bounceAddress, 'unsubscribe-address': unsubscribeAddress, dkim } = written
  return {
    ...(bounceAddress !== undefined && { bounceAddress }),
    ...(unsubscribeAddress !== undefined && { unsubscribeAddress }),
    ...(dkim !== undefined && {
      dkim: { selector: dkim.selector, ...(dkim.domain !== undefined && { domain: dkim.domain }) },
    }),
  }
}

function toFetchSettings(written: z.output<typeof settingsSchema>['fetch']): Settings['fetch'] {
  return {
    hostGapMs: written['host-gap'],
    maxPerHost: written['max-per-host'],
    connectTimeoutMs: written['connect-timeout'],
    totalTimeoutMs: written['total-timeout'],
    maxBytes: written['max-bytes'],
    allowPrivateHosts: written['allow-private-hosts'],
    respectRobots: written['respect-robots'],
  }
}
