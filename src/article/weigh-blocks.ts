import { findOtherArticles } from './find-other-articles.ts'
import type { BlockContext } from './judge-block.ts'
import { judgeBlock } from './judge-block.ts'
import { isProse, judgeBlocks } from './judge-blocks.ts'
import { measureBlocks } from './measure-blocks.ts'
import type { PageBlock } from './page-block.ts'

export interface BlockSources {
  /** The page's blocks that may be the article's, in order. */
  readonly page: readonly PageBlock[]
  /** What Readability took for the article. */
  readonly content: readonly PageBlock[]
  /** What stands between title and text and may be its summary. */
  readonly standfirst: readonly PageBlock[]
  readonly context: BlockContext
  readonly description: string
  /** What the page's JSON-LD gives as its text. */
  readonly articleBody: string
}

/** A block with all that speaks for and against it. */
export interface WeighedBlock {
  readonly block: PageBlock
  readonly isPicked: boolean
  /** What the rules have against it. */
  readonly rule: string | undefined
  /** Its measures; undefined when it is nothing but links outside of what Readability took. */
  readonly row: readonly number[] | undefined
}

/** Weighs every block of the page: what Readability and the rules say, and its measures for the model. */
export function weighBlocks(sources: BlockSources): readonly WeighedBlock[] {
  const { page, context } = sources
  const known = new Set(sources.content.map(({ text }) => text))
  const taken = [...sources.standfirst.filter(({ text }) => !known.has(text)), ...sources.content]
  const picked = markPicked(page, taken)
  const pickedBlocks = page.filter((_, index) => picked[index])
  const judged = judgeBlocks(pickedBlocks, context)
  const reasons = new Map(judged.map(({ block, why }) => [block, why]))
  const own = page.map((block, index) => (picked[index] ? reasons.get(block) : judgeBlock(block, context)))
  const others = findOtherArticles(page, {
    isRelated: (index) => own[index] === 'related headlines' && page[index]?.kind === 'heading',
    isContent: (index) => picked[index] === true && own[index] === undefined && isProse(page[index]),
  })
  const rules = page.map((block, index) => own[index] ?? (others.has(block) ? 'another article' : undefined))
  const candidates = page.map((block, index) => picked[index] === true || mayBeText(block))
  const standfirst = new Set(sources.standfirst.map(({ text }) => text))
  const rows = measureBlocks({
    blocks: page,
    picked,
    candidates,
    rules,
    standfirst,
    title: context.title,
    description: sources.description,
    articleBody: sources.articleBody,
  })
  return page.map((block, index) => ({
    block,
    isPicked: picked[index] ?? false,
    rule: rules[index],
    row: rows[index],
  }))
}

function mayBeText(block: PageBlock): boolean {
  return block.linkLength < block.text.length * 0.8 || /[.!?…。！？][\s"'”’»“)\]]*$/.test(block.text.slice(-20))
}

/** Finds the blocks of Readability's copy on the page: the same words, in the same order. */
function markPicked(page: readonly PageBlock[], taken: readonly PageBlock[]): readonly boolean[] {
  const places = new Map<string, number[]>()
  for (const [index, { text }] of page.entries()) {
    const known = places.get(text)
    if (known) known.push(index)
    else places.set(text, [index])
  }
  const picked = page.map(() => false)
  let last = -1
  for (const { text } of taken) {
    const found = places.get(text) ?? []
    const next = found.findIndex((index) => index > last)
    const [index] = found.splice(Math.max(0, next), 1)
    if (index === undefined) continue
    picked[index] = true
    if (text.length >= MIN_ANCHOR_LENGTH) last = index
  }
  return picked
}

/** Shorter texts stand in many places of a page and do not tell where in it we are. */
const MIN_ANCHOR_LENGTH = 40
