import type { BlockSigns } from './measure-company.ts'
import { readsLikeProse } from './measure-text.ts'

export const PLACE_FEATURES = [
  'index share',
  'text share before',
  'index from the start',
  'index from the end',
  'after the title',
  'after the first picked',
  'before the last picked',
  'distance to a picked block',
  'prose share before',
  'picked share before',
  'blocks since prose',
  'blocks until prose',
]

/** Where a block stands among the others. Distances are in blocks, at most 60. */
export function measurePlace(signs: readonly BlockSigns[], titleIndex: number): readonly (readonly number[])[] {
  const isProse = signs.map(readsLikeProse)
  const isPickedProse = signs.map((sign, index) => sign.isPicked && isProse[index] === true)
  const firstPicked = isPickedProse.indexOf(true)
  const lastPicked = isPickedProse.lastIndexOf(true)
  const sizes = signs.map(({ size }) => size)
  const before = runningShare(sizes)
  const proseBefore = runningShare(sizes.map((size, index) => (isProse[index] === true ? size : 0)))
  const pickedBefore = runningShare(sizes.map((size, index) => (signs[index]?.isPicked === true ? size : 0)))
  const sincePicked = since(signs.map(({ isPicked }) => isPicked))
  const untilPicked = since(signs.map(({ isPicked }) => isPicked).reverse()).reverse()
  const sinceProse = since(isProse)
  const untilProse = since(isProse.toReversed()).reverse()
  return signs.map((_, index) => [
    index / Math.max(1, signs.length),
    before[index] ?? 0,
    Math.log2(1 + index),
    Math.log2(signs.length - index),
    titleIndex < 0 ? 61 : within(index - titleIndex),
    firstPicked < 0 ? -61 : within(index - firstPicked),
    lastPicked < 0 ? -61 : within(lastPicked - index),
    Math.min(sincePicked[index] ?? 60, untilPicked[index] ?? 60),
    proseBefore[index] ?? 0,
    pickedBefore[index] ?? 0,
    sinceProse[index] ?? 60,
    untilProse[index] ?? 60,
  ])
}

function within(distance: number): number {
  return Math.max(-60, Math.min(60, distance))
}

function runningShare(sizes: readonly number[]): readonly number[] {
  const total = Math.max(
    1,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  let sum = 0
  return sizes.map((size) => {
    sum += size
    return (sum - size) / total
  })
}

/** How many places back the last true is. */
function since(marks: readonly boolean[]): number[] {
  let distance = 60
  return marks.map((mark) => {
    const own = mark ? 0 : Math.min(60, distance + 1)
    distance = own
    return own
  })
}
