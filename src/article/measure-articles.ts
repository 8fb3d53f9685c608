import type { BlockSigns } from './measure-company.ts'
import { readsLikeProse } from './measure-text.ts'
import type { PageBlock } from './page-block.ts'

export const ARTICLE_FEATURES = [
  'article elements',
  'article elements before',
  'article elements around it',
  'article element: share of all prose',
  'article element: the first with prose',
  'article elements made alike',
]

interface ArticleElement {
  readonly ordinal: number
  /** Its names without the numbers of posts. */
  readonly name: string
  prose: number
}

const MAX_COUNT = 20
const MAX_NAME_LENGTH = 40

/** Which of the page's `article` elements a block stands in: several may be one article's, or one each. */
export function measureArticles(signs: readonly BlockSigns[]): (block: PageBlock) => readonly number[] {
  const elements = collectElements(signs)
  const all = [...elements.values()]
  const allProse = signs.reduce((sum, sign) => sum + proseOf(sign), 0)
  const first = all.find(({ prose }) => prose > 0)
  const alike = new Map<string, number>()
  for (const { name } of all) alike.set(name, (alike.get(name) ?? 0) + 1)
  return (block) => {
    const element = elements.get(articleOf(block) ?? -1)
    const around = block.path.filter((name) => name === 'article').length
    if (element === undefined) return [Math.min(MAX_COUNT, all.length), -1, around, -1, -1, 0]
    return [
      Math.min(MAX_COUNT, all.length),
      Math.min(MAX_COUNT, element.ordinal),
      around,
      element.prose / Math.max(1, allProse),
      Number(element === first),
      Math.min(MAX_COUNT, alike.get(element.name) ?? 0),
    ]
  }
}

function collectElements(signs: readonly BlockSigns[]): ReadonlyMap<number, ArticleElement> {
  const elements = new Map<number, ArticleElement>()
  for (const sign of signs) {
    const id = articleOf(sign.block)
    if (id === undefined) continue
    const element = elements.get(id) ?? { ordinal: elements.size, name: nameOf(sign.block), prose: 0 }
    elements.set(id, element)
    element.prose += proseOf(sign)
  }
  return elements
}

/** The number of the innermost article element around a block. */
function articleOf(block: PageBlock): number | undefined {
  return block.ids[block.path.lastIndexOf('article')]
}

function nameOf(block: PageBlock): string {
  return (block.names[block.path.lastIndexOf('article')] ?? '').replace(/\d+/g, '').slice(0, MAX_NAME_LENGTH)
}

function proseOf(sign: BlockSigns): number {
  return readsLikeProse(sign) ? sign.size : 0
}
