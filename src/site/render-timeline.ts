import type { DigestItem, TimelinePoint } from '../digest/digest.ts'
import { htmlStyle as style } from '../digest/html-style.ts'
import { type Markup, markup } from '../digest/markup.ts'

const NOTHING: readonly Markup[] = []
/** Of the drawing, in its own units. */
const WIDTH = 560
const HEIGHT = 16
const RADIUS = 5
/** Points nearer than this would hide each other. */
const STEP = 2 * RADIUS + 2

/** When the articles of a story came out: a dot each along a line, empty for a copy, and the same in words. */
export function renderTimeline({ timeline = [] }: DigestItem): Markup | readonly Markup[] {
  const [first] = timeline
  const last = timeline.at(-1)
  if (first === undefined || last === undefined || timeline.length < 2) return NOTHING
  const middle = HEIGHT / 2
  const dots = placeDots(timeline).map(
    (x, index) =>
      markup`<circle cx="${x}" cy="${middle}" r="${RADIUS - 1}" stroke="currentColor" stroke-width="2" fill="${timeline[index]?.isCopy ? 'none' : 'currentColor'}"/>`,
  )
  const name = `Timeline of ${timeline.length} reports, from ${first.when} to ${last.when}`
  return markup`<div class="m" style="${style.carriers}"><svg role="img" aria-label="${name}" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" style="display:block;max-width:100%"><path d="M0 ${middle}H${WIDTH}" stroke="currentColor" stroke-width="1"/>${dots}</svg>
${timeline.map(wordsOf).join(' → ')}</div>
`
}

function wordsOf({ when, outlet, isCopy }: TimelinePoint): string {
  return `${when} ${outlet}${isCopy ? ' (copy)' : ''}`
}

/** By time, moved apart where they would lie on each other; what is moved over the end pushes back. */
function placeDots(timeline: readonly TimelinePoint[]): readonly number[] {
  const times = timeline.map((point) => point.at)
  const from = Math.min(...times)
  const span = Math.max(1, Math.max(...times) - from)
  const room = WIDTH - 2 * RADIUS
  const step = Math.min(STEP, room / (timeline.length - 1))
  const places: number[] = []
  for (const at of times) {
    const x = RADIUS + ((at - from) / span) * room
    places.push(Math.max(x, (places.at(-1) ?? -step) + step))
  }
  let limit = WIDTH - RADIUS
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index] ?? 0, limit)
    limit = (places[index] ?? 0) - step
  }
  return places.map((x) => Math.round(x * 10) / 10)
}
