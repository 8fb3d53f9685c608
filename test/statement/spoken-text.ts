import { splitPassages } from '../../src/article/split-passages.ts'
import type { SpokenText } from '../../src/statement/extract-statements.ts'

/** An article as reading gives it, from its paragraphs. */
export function spokenText(paragraphs: readonly string[], language: string, title = ''): SpokenText {
  let at = 0
  const blocks = paragraphs.map((paragraph) => {
    const start = at
    at += paragraph.length + 2
    return { kind: 'paragraph' as const, start, end: start + paragraph.length }
  })
  const body = paragraphs.join('\n\n')
  const publishedAt = Date.parse('2024-06-14T12:00:00Z')
  return { title, body, blocks, passages: splitPassages(body, blocks), language, publishedAt }
}
