import { readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { DayError } from './day-error.ts'
import type { RecordedDay, RecordedResponse } from './recorded-day.ts'

const dayForm = z.strictObject({ after: z.string().optional(), start: z.string(), end: z.string(), what: z.string() })

/** More days than this one after the other mean that they go round in a circle. */
const CHAIN_LIMIT = 10

const responseForm = z.strictObject({
  status: z.int().min(200).max(599).default(200),
  headers: z.record(z.string(), z.string()).default({}),
  file: z.string().optional(),
  cut: z.int().min(0).optional(),
  hang: z.literal(true).optional(),
  reset: z.literal(true).optional(),
})

const responsesForm = z.strictObject({ responses: z.record(z.url(), responseForm) })

/**
 * Reads `day.yaml` and `responses.yaml` of a recorded day, and the days before it. Throws with file, place and what was
 * expected.
 */
export function loadDay(dir: string): Promise<RecordedDay> {
  return loadChain(dir, CHAIN_LIMIT)
}

async function loadChain(dir: string, daysLeft: number): Promise<RecordedDay> {
  const file = join(dir, 'day.yaml')
  const day = await readForm(file, dayForm)
  if (daysLeft === 0) throw new DayError(`${file}: after: expected at most ${CHAIN_LIMIT} days in a row, got more`)
  const before = day.after === undefined ? undefined : await loadChain(join(dir, day.after), daysLeft - 1)
  const startAt = readMoment(file, 'start', day.start)
  if (before !== undefined && startAt < before.endAt) {
    const end = new Date(before.endAt).toISOString()
    throw new DayError(`${file}: start: expected a time after the day before has ended (${end}), got ${day.start}`)
  }
  const { responses } = await readForm(join(dir, 'responses.yaml'), responsesForm)
  const own = Object.entries(responses).map(([url, form]) => [new URL(url).href, responseOf(dir, url, form)] as const)
  return {
    dir,
    configDir: await configDirOf(dir, before),
    ...(before !== undefined && { before }),
    what: day.what,
    startAt,
    endAt: readMoment(file, 'end', day.end),
    responses: new Map([...(before?.responses ?? []), ...own]),
  }
}

async function configDirOf(dir: string, before: RecordedDay | undefined): Promise<string> {
  const own = join(dir, 'config')
  if (before === undefined) return own
  const hasOwn = await stat(own).then(
    () => true,
    () => false,
  )
  return hasOwn ? own : before.configDir
}

function responseOf(dir: string, url: string, form: z.infer<typeof responseForm>): RecordedResponse {
  return {
    status: form.status,
    headers: form.headers,
    ...(form.file !== undefined && { file: insideOf(dir, url, form.file) }),
    ...(form.cut !== undefined && { cut: form.cut }),
    ...(form.hang && { fault: 'hang' }),
    ...(form.reset && { fault: 'reset' }),
  }
}

function insideOf(dir: string, url: string, file: string): string {
  const path = join(dir, file)
  if (!relative(dir, path).startsWith('..')) return path
  throw new DayError(`${join(dir, 'responses.yaml')}: ${url}: expected a file inside the day's folder, got ${file}`)
}

async function readForm<T>(file: string, form: z.ZodType<T>): Promise<T> {
  const read = form.safeParse(await readYaml(file))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new DayError(`${file}: ${issue?.path.join(' > ') ?? ''}: ${issue?.message ?? 'not in the expected form'}`)
}

async function readYaml(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new DayError(
      `${file}: expected a file of a recorded day, got ${error instanceof Error ? error.message : error}`,
    )
  })
  const document = parseDocument(text)
  const [error] = document.errors
  if (error !== undefined) throw new DayError(`${file}: expected YAML, got ${error.message}`)
  return document.toJS({ maxAliasCount: 100 })
}

function readMoment(file: string, key: string, text: string): number {
  const at = Date.parse(text)
  if (!Number.isNaN(at) && /T.*(Z|[+-]\d\d:\d\d)$/.test(text)) return at
  throw new DayError(
    `${file}: ${key}: expected a date and time with its zone, like 2024-06-14T22:00:00+02:00, got ${text}`,
  )
}
