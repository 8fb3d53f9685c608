import type { Block } from '../article/reading.ts'

export interface Paragraph {
  readonly kind: Block['kind']
  readonly start: number
  readonly end: number
}

/** The paragraphs of a text that comes without blocks: between blank lines; where there are none, its lines. */
export function paragraphsOf(body: string): readonly Paragraph[] {
  const separator = /\n[^\S\n]*\n/.test(body) ? /\n(?:[^\S\n]*\n)+/g : /\n/g
  const paragraphs: Paragraph[] = []
  let start = 0
  for (const match of body.matchAll(separator)) {
    paragraphs.push({ kind: 'paragraph', start, end: match.index })
    start = match.index + match[0].length
  }
  paragraphs.push({ kind: 'paragraph', start, end: body.length })
  return paragraphs.filter((paragraph) => paragraph.end > paragraph.start)
}
