import { splitPassages } from '../article/split-passages.ts'
import type { LaidOutText } from './lay-out-text.ts'
import { paragraphsOf } from './paragraphs-of.ts'
import type { LeafField } from './program.ts'

/** Words of a laid out text: `from`, and up to `to`, which is not included. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

const LEAD_PARAGRAPHS = 2
const LEAD_WORDS = 80

/** Where the words of a field stand; more than one range for statements and whatever an article has several of. */
export function rangesOf(laid: LaidOutText, field: LeafField): readonly WordRange[] {
  const [title, body] = laid.pieces
  if (title === undefined || body === undefined) return []
  if (field === 'text') return [title, body]
  if (field === 'lead') return [leadOf(laid, body)]
  if (field === 'said') return (laid.text.statements ?? []).map((statement) => wordsBetween(laid, statement))
  return laid.pieces.filter((piece) => piece.field === field)
}

/** The title, and every sentence or paragraph of the body. */
export function unitsOf(laid: LaidOutText, unit: 'sentence' | 'paragraph'): readonly WordRange[] {
  const title = laid.pieces.slice(0, 1)
  const { body, passages } = laid.text
  const blocks = laid.text.blocks ?? paragraphsOf(body)
  const places = unit === 'paragraph' ? blocks : (passages ?? splitPassages(body, blocks))
  return [...title, ...places.map((place) => wordsBetween(laid, place))].filter(({ from, to }) => to > from)
}

/** The words of the body that begin between two offsets. */
function wordsBetween(laid: LaidOutText, place: { readonly start: number; readonly end: number }): WordRange {
  return { from: wordAt(laid, place.start), to: wordAt(laid, place.end) }
}

/** The first word of the body that begins at the offset or behind it. */
function wordAt({ reader, pieces }: LaidOutText, offset: number): number {
  let low = pieces[1]?.from ?? 0
  let high = pieces[1]?.to ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reader.words.starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function leadOf(laid: LaidOutText, body: WordRange): WordRange {
  const blocks = laid.text.blocks ?? paragraphsOf(laid.text.body)
  const lead: WordRange[] = []
  for (const block of blocks) {
    const words = wordsBetween(laid, block)
    if (block.kind !== 'heading' && words.to > words.from) lead.push(words)
    if (lead.length === LEAD_PARAGRAPHS) break
  }
  const from = lead[0]?.from ?? body.from
  return { from, to: Math.min(lead.at(-1)?.to ?? from, from + LEAD_WORDS) }
}
