import { ARTICLE_FEATURES, measureArticles } from './measure-articles.ts'
import { COMPANY_FEATURES, measureCompany } from './measure-company.ts'
import { NAME_FEATURES, nameMeasure } from './measure-names.ts'
import { measurePath, PATH_FEATURES } from './measure-path.ts'
import { measurePlace, PLACE_FEATURES } from './measure-place.ts'
import { measureText, signsOfText, TEXT_FEATURES } from './measure-text.ts'
import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'

export interface BlockPage {
  readonly blocks: readonly PageBlock[]
  /** Whether Readability took it, by block. */
  readonly picked: readonly boolean[]
  /** Whether a row is wanted, by block. */
  readonly candidates: readonly boolean[]
  /** What the rules have against it, by block. */
  readonly rules: readonly (string | undefined)[]
  /** Texts that may be the article's summary. */
  readonly standfirst: ReadonlySet<string>
  readonly title: string
  readonly description: string
  /** What the page's JSON-LD gives as its text. */
  readonly articleBody: string
}

const REASONS: readonly (readonly [string, readonly string[]])[] = [
  ['related', ['related headlines']],
  ['links', ['list of links']],
  ['caption', ['caption', 'picture credit']],
  ['byline', ['byline', 'dateline', 'counter or time']],
  ['double', ['said before']],
  ['tail', ['after the end', 'heading of nothing']],
  ['comments', ['comments']],
  ['box', ['newsletter box', 'donation box', 'follow box', 'share buttons', 'advertisement', 'advertisement label']],
  ['title', ['the title repeated', 'breadcrumb']],
]
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3] as const

const RULE_FEATURES = ['picked', 'any rule', ...REASONS.map(([name]) => `rule ${name}`)]
const WORD_FEATURES = ['stands twice', 'words of the title', 'in the description', 'in the JSON-LD body', 'standfirst']
const NEIGHBOUR_FEATURES = NEIGHBOURS.flatMap((at) =>
  ['size', 'link share', 'ends sentence', 'picked', 'rule', 'heading', 'same parent', 'same element'].map(
    (name) => `neighbour ${at} ${name}`,
  ),
)

export const BLOCK_FEATURES: readonly string[] = [
  ...TEXT_FEATURES,
  ...PATH_FEATURES,
  ...NAME_FEATURES,
  ...RULE_FEATURES,
  ...WORD_FEATURES,
  ...PLACE_FEATURES,
  ...COMPANY_FEATURES,
  ...ARTICLE_FEATURES,
  ...NEIGHBOUR_FEATURES,
]

/** One row of numbers a block, in the order of `BLOCK_FEATURES`. Linear in the page. */
export function measureBlocks(page: BlockPage): readonly (readonly number[] | undefined)[] {
  const names = nameMeasure()
  const folded = page.blocks.map((block) => foldText(block.text))
  const signs = page.blocks.map((block, index) => ({
    ...signsOfText(block),
    block,
    isPicked: page.picked[index] ?? false,
    hasReason: page.rules[index] !== undefined,
  }))
  const place = measurePlace(signs, findTitle(page, folded))
  const company = measureCompany(signs)
  const articles = measureArticles(signs)
  const words = measureWords(page, folded)
  return signs.map((sign, index) => {
    if (page.candidates[index] !== true) return undefined
    return [
      ...measureText(sign.block, sign),
      ...measurePath(sign.block),
      ...names(sign.block),
      ...ruleMeasures(page, index),
      ...words(index),
      ...(place[index] ?? []),
      ...company(sign.block),
      ...articles(sign.block),
      ...NEIGHBOURS.flatMap((at) => neighbourMeasures(signs, index, index + at)),
    ]
  })
}

function findTitle(page: BlockPage, folded: readonly string[]): number {
  const title = foldText(page.title)
  if (title === '') return -1
  const heading = folded.findIndex((text, index) => page.blocks[index]?.level === 1 && text.endsWith(title))
  return heading >= 0 ? heading : folded.indexOf(title)
}

function ruleMeasures(page: BlockPage, index: number): readonly number[] {
  const why = page.rules[index]
  return [
    Number(page.picked[index] === true),
    Number(why !== undefined),
    ...REASONS.map(([, whys]) => Number(why !== undefined && whys.includes(why))),
  ]
}

function measureWords(page: BlockPage, folded: readonly string[]): (index: number) => readonly number[] {
  const counts = new Map<string, number>()
  for (const text of folded) counts.set(text, (counts.get(text) ?? 0) + 1)
  const title = new Set(foldText(page.title).split(' '))
  const description = foldText(page.description)
  const body = foldText(page.articleBody)
  return (index) => {
    const text = folded[index] ?? ''
    const words = text.slice(0, 300).split(' ')
    const start = text.slice(0, 80)
    return [
      Math.min(5, counts.get(text) ?? 1),
      words.filter((word) => title.has(word)).length / words.length,
      Number(start.length >= 20 && description.includes(start)),
      body.length < 300 ? -1 : Number(body.includes(start)),
      Number(page.standfirst.has(page.blocks[index]?.text ?? '')),
    ]
  }
}

type Signs = Parameters<typeof measureCompany>[0]

function neighbourMeasures(signs: Signs, index: number, at: number): readonly number[] {
  const own = signs[index]
  const other = signs[at]
  if (own === undefined || other === undefined) return [-1, -1, -1, -1, -1, -1, -1, -1]
  return [
    Math.log2(other.size),
    other.linkShare,
    Number(other.endsSentence),
    Number(other.isPicked),
    Number(other.hasReason),
    Number(other.block.kind === 'heading'),
    Number(other.block.ids.at(-2) === own.block.ids.at(-2)),
    Number(other.block.path.at(-1) === own.block.path.at(-1)),
  ]
}
