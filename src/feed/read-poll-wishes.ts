import { all, firstText, texts, type XmlFields, xmlFields } from './xml-fields.ts'

const hourMs = 3_600_000
const periodsMs: ReadonlyMap<string, number> = new Map([
  ['hourly', hourMs],
  ['daily', 24 * hourMs],
  ['weekly', 7 * 24 * hourMs],
  ['monthly', 30 * 24 * hourMs],
  ['yearly', 365 * 24 * hourMs],
])

export interface PollWishes {
  readonly intervalMs?: number
  readonly skipHours: readonly number[]
  readonly skipDays: readonly string[]
}

/** How seldom a feed wants to be asked: RSS 2.0's ttl, skipHours, skipDays, and the syndication module. */
export function readPollWishes(channel: XmlFields): PollWishes {
  const ttlMs = positive(firstText(channel, ['ttl'])) * 60_000
  const intervalMs = Math.max(ttlMs, syndicationMs(channel))
  const skipHours = inner(channel, 'skiphours', 'hour')
    .map(Number)
    .filter((hour) => hour >= 0 && hour <= 24)
  const skipDays = inner(channel, 'skipdays', 'day')
  return { skipHours, skipDays, ...(intervalMs > 0 && { intervalMs }) }
}

function syndicationMs(channel: XmlFields): number {
  const periodMs = periodsMs.get(firstText(channel, ['sy:updateperiod'])?.toLowerCase() ?? '') ?? 0
  return periodMs / (positive(firstText(channel, ['sy:updatefrequency'])) || 1)
}

function inner(channel: XmlFields, list: string, name: string): string[] {
  return all(channel, [list]).flatMap((element) => texts(xmlFields(element), name))
}

function positive(text = ''): number {
  const number = Number(text)
  return Number.isFinite(number) && number > 0 ? number : 0
}
