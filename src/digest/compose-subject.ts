import { calendarDate } from './calendar-date.ts'
import type { Digest } from './digest.ts'
import { shorten } from './shorten.ts'

const SUBJECT_LENGTH = 70

export interface SubjectParts extends Pick<Digest, 'name' | 'slotDate' | 'every' | 'slotTime'> {
  readonly newCount: number
  /** Topics with news, in order. */
  readonly topicNames: readonly string[]
  /** Of the first item. */
  readonly title: string
}

/**
 * News first: `12 new · Peace proposals, NATO +1 · Fri 14 Jun`, at most 70 characters. A mail that comes for a single
 * article has its title.
 */
export function composeSubject(parts: SubjectParts): string {
  const { name, newCount, topicNames, title } = parts
  if (parts.every === 'instant' && newCount === 1) return shorten(title, SUBJECT_LENGTH)
  const start = newCount === 0 ? 'Nothing new · ' : `${newCount} ${parts.every === 'week' ? 'this week' : 'new'} · `
  const time = parts.slotTime === undefined ? '' : ` ${parts.slotTime}`
  const end = ` · ${calendarDate(parts.slotDate).medium}${time}`
  const room = SUBJECT_LENGTH - start.length - end.length
  return start + listNames(newCount === 0 ? [name] : topicNames, room) + end
}

/** As many names as fit, and how many more there are; at least the first, cut if it must be. */
function listNames(names: readonly string[], room: number): string {
  for (let shown = names.length; shown > 1; shown--) {
    const list = names.slice(0, shown).join(', ') + more(names.length - shown)
    if (list.length <= room) return list
  }
  const rest = more(names.length - 1)
  return shorten(names[0] ?? '', room - rest.length) + rest
}

function more(count: number): string {
  return count === 0 ? '' : ` +${count}`
}
