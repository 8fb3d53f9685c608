import { type BlockModel, explainBlock, scoreBlock } from './block-model.ts'
import { chooseBlocks } from './choose-blocks.ts'
import { type JudgedBlock, judgeDoubles, judgeEmptyHeadings } from './judge-blocks.ts'
import { nameFeatures } from './name-features.ts'
import type { PageBlock } from './page-block.ts'
import { tableOf } from './table-of.ts'
import type { WeighedBlock } from './weigh-blocks.ts'

/** Reasons that the model never overrules: they are known from the words themselves, or from where the page shows them. */
const CERTAIN = new Set([
  'ornament',
  'not shown',
  'another article',
  'comment notice',
  'counter or time',
  'notice: generated with AI',
  'label of the page',
  'the title repeated',
  'breadcrumb',
  'byline',
  'dateline',
  'comments',
  'share buttons',
  'cookie or consent notice',
  'consent to outside content',
  'copyright notice',
  'page control',
  'donation box',
  'follow box',
  'advertisement label',
  'stands on other pages of this site',
])
/** Reasons that it overrules where a block is long and it is surer than this: articles have such paragraphs too. */
const LIKELY = new Set([
  'caption',
  'said before',
  'newsletter box',
  'paywall offer',
  'picture credit',
  'related headlines',
  'after the end',
])
const SURE_SCORE = 0.6
/** Code units. */
const MIN_LENGTH = 80
/** A row of a table stays with the other rows, but not when it is as good as certain to be none of the article's. */
const MIN_ROW_SCORE = 0.05
/** Nor does code that Readability took: it reads like nothing else in an article. */
const MIN_CODE_SCORE = 0.01

/** The blocks that the article may be made of, each judged: what Readability took, and what the model adds to it. */
export function judgePage(weighed: readonly WeighedBlock[], model: BlockModel): readonly JudgedBlock[] {
  const scored = weighed.map((one) => ({ ...one, score: one.row === undefined ? 0 : scoreBlock(model, one.row) }))
  const chosen = chosenOf(scored)
  const tables = new Set([...chosen].map(({ block }) => tableOf(block)))
  const seen = scored.flatMap((one) => {
    const isArticle = chosen.has(one) || isRowAmong(tables, one) || isCode(one)
    return one.isPicked || isArticle ? [{ ...one, why: isArticle ? standing(one) : reasonOf(one, model) }] : []
  })
  const blocks = seen.map(({ block }) => block)
  const whys = seen.map(({ why }) => why)
  judgeDoubles(
    blocks,
    whys,
    seen.map(({ block, isPicked, score }) => isPicked && isSure(block, score)),
  )
  judgeEmptyHeadings(blocks, whys)
  return blocks.map((block, index) => ({ block, why: whys[index] }))
}

interface ScoredBlock extends WeighedBlock {
  readonly score: number
}

function chosenOf(scored: readonly ScoredBlock[]): ReadonlySet<ScoredBlock> {
  const measured = scored.filter(({ row }) => row !== undefined)
  const chances = measured.map((one) => ({
    score: one.score,
    length: one.block.text.length,
    isSettled: standing(one) !== undefined,
  }))
  const chosen = chooseBlocks(chances)
  return new Set(measured.filter((_, at) => chosen[at]))
}

function isRowAmong(tables: ReadonlySet<number | undefined>, { block, row, score }: ScoredBlock): boolean {
  const table = tableOf(block)
  return row !== undefined && table !== undefined && tables.has(table) && score >= MIN_ROW_SCORE
}

function isCode({ block, isPicked, score }: ScoredBlock): boolean {
  return isPicked && block.path.includes('pre') && score >= MIN_CODE_SCORE
}

/** The rule's reason, where it stands against what the model says. */
function standing({ block, rule, score }: ScoredBlock): string | undefined {
  if (rule === undefined || CERTAIN.has(rule)) return rule
  return LIKELY.has(rule) && !isSure(block, score) ? rule : undefined
}

function isSure(block: PageBlock, score: number): boolean {
  return score >= SURE_SCORE && block.text.length >= MIN_LENGTH
}

/** A rule's reason is the plainer one; else the measures that spoke most against the block. */
function reasonOf({ rule, row }: WeighedBlock, model: BlockModel): string {
  return rule ?? nameFeatures(explainBlock(model, row ?? []))
}
