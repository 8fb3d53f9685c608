import { z } from 'zod'
import { nearestWord } from './nearest-word.ts'

/** An IANA name; offsets are refused, since they know no summer time. */
export const timezoneSchema = z
  .string('an IANA time zone, such as Europe/Kyiv')
  .superRefine((zone, context) => {
    if (isTimezone(zone)) return
    const nearest = nearestWord(zone, zoneNames())
    const params = nearest === undefined ? {} : { hint: `did you mean ${nearest}?` }
    context.addIssue({ code: 'custom', message: 'an IANA time zone, such as Europe/Kyiv', params })
  })
  .meta({ description: 'IANA time zone.', examples: ['Europe/Kyiv', 'America/New_York', 'UTC'] })

function isTimezone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function zoneNames(): readonly string[] {
  return ['UTC', 'Europe/Kyiv', ...Intl.supportedValuesOf('timeZone')]
}
