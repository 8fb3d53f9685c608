import { judgeBlock } from './judge-block.ts'
import type { JudgedBlock } from './judge-blocks.ts'
import type { PageBlock } from './page-block.ts'
import type { Furniture } from './reading.ts'

/** What is kept of it for people to look at: enough to find a mistake, not a copy of the page. */
const MAX_BLOCKS = 400
const MAX_LENGTH = 400

export interface FurnitureSources {
  /** All of the page's blocks. */
  readonly page: readonly PageBlock[]
  readonly judged: readonly JudgedBlock[]
  readonly title: string
  readonly text: string
}

/** What was taken out: first what stood inside the article, then the rest of the page but its title. */
export function listFurniture({ page, judged, title, text }: FurnitureSources): readonly Furniture[] {
  const inside = judged.flatMap(({ block, why }) => (why === undefined ? [] : [pieceOf(block, why)]))
  const known = new Set([title, ...judged.map(({ block }) => block.text)])
  const context = { title, authors: [], captions: new Set<string>() }
  const outside: Furniture[] = []
  for (const block of page.slice(0, 2 * MAX_BLOCKS)) {
    if (known.has(block.text) || text.includes(block.text)) continue
    known.add(block.text)
    outside.push(pieceOf(block, judgeBlock(block, context) ?? 'outside the article'))
  }
  return [...inside, ...outside].slice(0, MAX_BLOCKS)
}

function pieceOf(block: PageBlock, why: string): Furniture {
  return { text: block.text.slice(0, MAX_LENGTH), why }
}
