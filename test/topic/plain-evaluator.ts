import { foldText } from '../../src/article/normalize-text.ts'
import { splitPassages } from '../../src/article/split-passages.ts'
import { foldExactly, foldWord } from '../../src/topic/fold-word.ts'
import { paragraphsOf } from '../../src/topic/paragraphs-of.ts'
import type { PhraseQuery, Query, QueryWord } from '../../src/topic/query.ts'
import { splitWords } from '../../src/topic/split-words.ts'
import { stemmingOf, stemWord } from '../../src/topic/stem-word.ts'
import { GAP } from '../../src/topic/word-buffer.ts'

/** What a query means, said as plainly as possible and without any thought for speed: every word is compared with every other. */
export interface PlainText {
  readonly title: string
  readonly body: string
  readonly language: string
}

interface Token {
  readonly form: string
  readonly exactForm: string
  readonly gap: number
  readonly field: 'title' | 'body'
  readonly start: number
}

/** Tokens that a part of a query needs, and the first and last of them. */
interface Found {
  readonly first: number
  readonly last: number
  readonly used: readonly number[]
}

export function isTrue(query: Query, text: PlainText): boolean {
  const title = splitWords(text.title).map((word): Token => ({ ...word, field: 'title' }))
  const tokens = [...title, ...bodyTokens(text)]
  return holds(query, { text, tokens, allowed: tokens.map((_, index) => index) })
}

/** Without the paragraph that says the title once more. */
function bodyTokens({ title, body }: PlainText): readonly Token[] {
  const tokens = splitWords(body).map((word): Token => ({ ...word, field: 'body' }))
  const repeated = paragraphsOf(body)
    .slice(0, 3)
    .find(({ start, end }) => foldText(title) !== '' && foldText(body.slice(start, end)) === foldText(title))
  const isRepeated = ({ start }: Token) => repeated !== undefined && start >= repeated.start && start < repeated.end
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1]
    if (isRepeated(token)) return []
    if (before === undefined || !isRepeated(before)) return [token]
    return [{ ...token, gap: tokens.slice(0, index).every(isRepeated) ? GAP.edge : Math.max(token.gap, GAP.break) }]
  })
}

interface View {
  readonly text: PlainText
  readonly tokens: readonly Token[]
  /** Tokens that may be used. */
  readonly allowed: readonly number[]
}

function holds(query: Query, view: View): boolean {
  if (query.kind === 'and') return query.parts.every((part) => holds(part, view))
  if (query.kind === 'or') return query.parts.some((part) => holds(part, view))
  if (query.kind === 'not') return !holds(query.part, view)
  if (query.kind === 'scope')
    return unitsOf(query.unit, view).some((allowed) => holds(query.part, { ...view, allowed }))
  if (query.kind === 'field' && query.part.kind !== 'phrase' && query.part.kind !== 'near')
    return holds(query.part, narrowed(view, query.field))
  return find(query, view).length > 0
}

function find(query: Query, view: View): readonly Found[] {
  if (query.kind === 'phrase') return spellings(query).flatMap((words) => findPhrase(words, query.slop, view))
  if (query.kind === 'or') return query.parts.flatMap((part) => find(part, view))
  if (query.kind === 'field') return find(query.part, narrowed(view, query.field))
  if (query.kind !== 'near') return []
  return find(query.left, view).flatMap((left) =>
    find(query.right, view).flatMap((right) => {
      const isApart = left.used.every((token) => !right.used.includes(token))
      const isOneField = view.tokens[left.first]?.field === view.tokens[right.first]?.field
      const between = Math.max(left.first, right.first) - Math.min(left.last, right.last) - 1
      const isInOrder = !query.isOrdered || left.last < right.first
      if (!isApart || !isOneField || between > query.distance || !isInOrder) return []
      const [first, last] = [Math.min(left.first, right.first), Math.max(left.last, right.last)]
      return [{ first, last, used: [...left.used, ...right.used] }]
    }),
  )
}

/** As written, and with two words of it as one. */
function spellings({ words }: PhraseQuery): readonly (readonly QueryWord[])[] {
  const joined = words.slice(1).flatMap((right, index) => {
    const left = words[index]
    if (left === undefined || left.how !== 'stem' || right.how === 'exact' || right.gap === 'break') return []
    if (right.gap === 'space' && !(isHalf(foldWord(left.text)) && isHalf(foldWord(right.text)))) return []
    const one: QueryWord = { text: foldWord(left.text) + foldWord(right.text), how: right.how, gap: left.gap }
    return [[...words.slice(0, index), one, ...words.slice(index + 2)]]
  })
  return [words, ...joined]
}

function findPhrase(words: readonly QueryWord[], slop: number, view: View): readonly Found[] {
  const [first, ...rest] = words
  if (first === undefined) return []
  const starts = view.tokens.flatMap((_, at) => lengthsAt(first, at, view).map((length) => range(at, length)))
  return starts.flatMap((start) => {
    const used = [...start]
    let room = slop
    for (const word of rest) {
      const next = follow(word, { after: used.at(-1) ?? 0, room, mayBreak: slop > 0 || word.gap === 'break' }, view)
      if (next === undefined) return []
      room -= (next[0] ?? 0) - (used.at(-1) ?? 0) - 1
      used.push(...next)
    }
    if (!used.every((token) => view.allowed.includes(token))) return []
    const [lowest = 0, highest = 0] = [used[0], used.at(-1)]
    return range(lowest, highest - lowest + 1).every((token) => view.allowed.includes(token))
      ? [{ first: lowest, last: highest, used }]
      : []
  })
}

function follow(
  word: QueryWord,
  { after, room, mayBreak }: { readonly after: number; readonly room: number; readonly mayBreak: boolean },
  view: View,
): readonly number[] | undefined {
  for (let at = after + 1; at <= after + 1 + room; at++) {
    const gap = view.tokens[at]?.gap ?? GAP.edge
    if (gap === GAP.edge || (gap === GAP.break && !mayBreak)) return undefined
    const [length] = lengthsAt(word, at, view)
    if (length !== undefined) return range(at, length)
  }
  return undefined
}

/** How many tokens from here on are the word: one, or two that stand for one. */
function lengthsAt(word: QueryWord, at: number, { tokens, text }: View): readonly number[] {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined) return []
  const stemming = stemmingOf(text.language)
  const asked = foldWord(word.text)
  const isOne = {
    exact: token.exactForm === foldExactly(word.text),
    prefix: token.form.startsWith(asked),
    stem: stemWord(token.form, stemming) === stemWord(asked, stemming),
  }[word.how]
  const one = isOne ? [1] : []
  if (next === undefined || next.gap > GAP.space || word.how === 'exact') return one
  if (next.gap === GAP.space && !(isHalf(token.form) && isHalf(next.form))) return one
  const both = token.form + next.form
  const goesOn = asked.length > token.form.length && asked.startsWith(token.form)
  const isBoth = word.how === 'prefix' ? both.startsWith(asked) : stemWord(both, stemming) === stemWord(asked, stemming)
  return goesOn && isBoth ? [...one, 2] : one
}

function isHalf(form: string): boolean {
  return form.length >= 3 && !['the', 'and', 'for', 'not', 'der', 'die', 'das', 'und', 'les', 'des'].includes(form)
}

function narrowed(view: View, field: string): View {
  return { ...view, allowed: view.allowed.filter((index) => isIn(view, index, field)) }
}

function isIn({ tokens, text }: View, index: number, field: string): boolean {
  const token = tokens[index]
  if (token === undefined) return false
  if (field !== 'lead') return token.field === field
  if (token.field !== 'body') return false
  const end = paragraphsOf(text.body)
    .filter(({ start, end }) => tokens.some((each) => each.field === 'body' && each.start >= start && each.start < end))
    .slice(0, 2)
    .at(-1)?.end
  const first = tokens.findIndex((each) => each.field === 'body')
  return token.start < (end ?? 0) && index < first + 80
}

function unitsOf(unit: 'sentence' | 'paragraph', { text, tokens, allowed }: View): readonly (readonly number[])[] {
  const blocks = paragraphsOf(text.body)
  const places = unit === 'paragraph' ? blocks : splitPassages(text.body, blocks)
  const title = allowed.filter((index) => tokens[index]?.field === 'title')
  const body = places.map(({ start, end }) =>
    allowed.filter((index) => {
      const token = tokens[index]
      return token?.field === 'body' && token.start >= start && token.start < end
    }),
  )
  return [title, ...body].filter((unitTokens) => unitTokens.length > 0)
}

function range(first: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => first + index)
}
