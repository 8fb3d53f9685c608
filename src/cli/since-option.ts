import { InvalidArgumentError } from 'commander'
import { durationSchema } from '../config/duration-schema.ts'

/** `30d` before now, or an ISO 8601 day or time, as epoch ms. For commander. */
export function sinceOption(text: string): number {
  const duration = durationSchema.safeParse(text)
  if (duration.success) return Date.now() - duration.data
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isFinite(at)) return at
  throw new InvalidArgumentError('expected a duration such as 30d or a day such as 2024-06-14.')
}
