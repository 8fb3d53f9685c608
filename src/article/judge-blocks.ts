import { type BlockContext, judgeBlock, nameReason } from './judge-block.ts'
import { judgePullQuotes } from './judge-pull-quotes.ts'
import { sizeOf } from './measure-text.ts'
import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'
import { tableOf } from './table-of.ts'

export interface JudgedBlock {
  readonly block: PageBlock
  /** Why it is furniture; undefined when it is the article's. */
  readonly why: string | undefined
}

/** Prose: long enough to be a paragraph, and ended like a sentence; in letters of an alphabet. */
const MIN_PROSE_LENGTH = 80
const SENTENCE_END = /[.!?…。！？]["'”’»“)\]]*$/
/** Of all prose. */
const MAX_NAMED_SHARE = 0.2
/** Longer text without links is no headline; in letters of an alphabet. */
const MIN_TAIL_LENGTH = 120
/** A block counts as a link when so much of it is. */
const LINK_SHARE = 0.8

/** Judges each block alone, then in its neighbourhood: lists of headlines, what trails after the end, doubled lines. */
export function judgeBlocks(blocks: readonly PageBlock[], context: BlockContext): readonly JudgedBlock[] {
  const distrusted = distrustedNames(blocks)
  const whys = blocks.map((block) => judgeBlock(block, { ...context, distrusted }))
  keepDatedRows(blocks, whys)
  judgeAfterHeading(blocks, whys)
  judgeLinkRuns(blocks, whys)
  judgeComments(blocks, whys)
  judgeBoxes(blocks, whys)
  judgeCaptions(blocks, whys)
  judgeDoubles(blocks, whys)
  for (const index of judgePullQuotes(blocks)) whys[index] ??= 'said before'
  judgeTail(blocks, whys)
  judgeEmptyHeadings(blocks, whys)
  return blocks.map((block, index) => ({ block, why: whys[index] }))
}

/** A class such as "subscribe" on what holds a good part of the prose names the page's layout, not a box. */
function distrustedNames(blocks: readonly PageBlock[]): ReadonlySet<string> {
  const lengths = new Map<string, number>()
  let total = 0
  for (const block of blocks.filter(isProse)) {
    total += block.text.length
    const why = nameReason(block)?.why
    if (why !== undefined) lengths.set(why, (lengths.get(why) ?? 0) + block.text.length)
  }
  return new Set([...lengths].filter(([, length]) => length > total * MAX_NAMED_SHARE).map(([why]) => why))
}

type Whys = (string | undefined)[]

export function isProse(block: PageBlock | undefined): boolean {
  return (
    block !== undefined && sizeOf(block.text) >= MIN_PROSE_LENGTH && SENTENCE_END.test(block.text) && !isLink(block)
  )
}

function isLink(block: PageBlock): boolean {
  return block.linkLength >= block.text.length * LINK_SHARE || isSubjectAndLink(block)
}

/** "Harbour: Ferry to stay another year", of which all but the first word is the link. */
function isSubjectAndLink({ kind, text, linkLength, linkCount }: PageBlock): boolean {
  return kind === 'list-item' && linkCount === 1 && linkLength >= text.length / 2 && !SENTENCE_END.test(text)
}

/** So many lines of one table that are little more than a day are its figures by day. */
const MIN_DATED_ROWS = 4

function keepDatedRows(blocks: readonly PageBlock[], whys: Whys): void {
  const counts = new Map<number | undefined, number>()
  const tables = blocks.map((block, index) => (whys[index] === 'dateline' ? tableOf(block) : undefined))
  for (const table of tables) counts.set(table, (counts.get(table) ?? 0) + 1)
  for (const [index, table] of tables.entries()) {
    if (table !== undefined && (counts.get(table) ?? 0) >= MIN_DATED_ROWS) whys[index] = undefined
  }
}

/** "Read also:" takes the headlines under it along, up to the next piece of prose. */
function judgeAfterHeading(blocks: readonly PageBlock[], whys: Whys): void {
  let isUnder = false
  for (const [index, block] of blocks.entries()) {
    if (whys[index] === 'related headlines') isUnder = true
    else if (isProse(block) || (isUnder && isUnlinkedText(block))) isUnder = false
    else if (isUnder && whys[index] === undefined) whys[index] = 'related headlines'
  }
}

/** Text without links that is no headline: under "Read also" it is where the article goes on. */
function isUnlinkedText(block: PageBlock): boolean {
  return block.linkLength === 0 && SENTENCE_END.test(block.text) && block.text.length >= 40
}

/** Two or more blocks in a row that are nothing but links: a list of headlines or tags. One alone is when it reads like a headline. */
function judgeLinkRuns(blocks: readonly PageBlock[], whys: Whys): void {
  let start = 0
  while (start < blocks.length) {
    let end = start
    while (end < blocks.length && isLinkOrFurniture(blocks[end], whys[end])) end += 1
    const run = blocks.slice(start, end).filter(isLink)
    if (run.length >= 2 || run.some(isLoneHeadline)) markLinks(blocks, whys, { start, end })
    start = Math.max(end, start + 1)
  }
}

function isLinkOrFurniture(block: PageBlock | undefined, why: string | undefined): boolean {
  return block !== undefined && (isLink(block) || why !== undefined)
}

function isLoneHeadline(block: PageBlock): boolean {
  return block.kind !== 'heading' && block.linkCount === 1 && block.text.length >= 20 && !SENTENCE_END.test(block.text)
}

function markLinks(
  blocks: readonly PageBlock[],
  whys: Whys,
  run: { readonly start: number; readonly end: number },
): void {
  for (let index = run.start; index < run.end; index += 1) {
    const block = blocks[index]
    if (block !== undefined && isLink(block)) whys[index] ??= 'list of links'
  }
}

const COMMENTS =
  /^(?:\d+ )?(?:reader )?(?:comments?|discussion|коментарі|комментарии|kommentare|commentaires|komentarze|comentarios|commenti|reacties)(?: ?\(?\d+\)?)?:?$/iu
/** Of all prose: what is under a heading "Comments" higher on the page is the article. */
const MAX_COMMENTS_SHARE = 0.35

/** What readers wrote under the article, from the heading to the end. */
function judgeComments(blocks: readonly PageBlock[], whys: Whys): void {
  const start = blocks.findLastIndex((block) => COMMENTS.test(block.text))
  if (start < 0 || proseLength(blocks.slice(start)) > proseLength(blocks) * MAX_COMMENTS_SHARE) return
  for (let index = start; index < blocks.length; index += 1) whys[index] ??= 'comments'
}

function proseLength(blocks: readonly PageBlock[]): number {
  return blocks.filter(isProse).reduce((sum, { text }) => sum + text.length, 0)
}

const BOXES = new Set(['donation box', 'newsletter box', 'follow box'])

/** The heading and the buttons of a box go with it: short lines that touch it and are no sentences. */
function judgeBoxes(blocks: readonly PageBlock[], whys: Whys): void {
  for (const [index, why] of whys.entries()) {
    if (why === undefined || !BOXES.has(why)) continue
    for (let at = index - 1; whys[at] === undefined && isShortLine(blocks[at]); at -= 1) whys[at] = why
    for (let at = index + 1; whys[at] === undefined && isShortLine(blocks[at]); at += 1) whys[at] = why
  }
}

/** Short lines that touch a picture's credit are its caption. */
function judgeCaptions(blocks: readonly PageBlock[], whys: Whys): void {
  for (const [index, why] of whys.entries()) {
    if (why !== 'picture credit') continue
    for (let at = index - 1; whys[at] === undefined && isShortLine(blocks[at]); at -= 1) whys[at] = 'caption'
  }
}

function isShortLine(block: PageBlock | undefined): boolean {
  return (
    block !== undefined &&
    block.kind === 'paragraph' &&
    block.text.length < MIN_PROSE_LENGTH &&
    !SENTENCE_END.test(block.text)
  )
}

/** The same words twice: the later copy goes, unless it surely is the article's. Short lines such as "Yes." may well be said twice. */
export function judgeDoubles(blocks: readonly PageBlock[], whys: Whys, sure: readonly boolean[] = []): void {
  const seen = new Set<string>()
  for (const [index, block] of blocks.entries()) {
    if (whys[index] !== undefined || block.text.length < 60) continue
    const folded = foldText(block.text)
    if (seen.has(folded) && sure[index] !== true) whys[index] = 'said before'
    seen.add(folded)
  }
}

/** After the last piece of prose, what is short and does not end like a sentence is furniture: headlines, tags, counters. */
function judgeTail(blocks: readonly PageBlock[], whys: Whys): void {
  const last = blocks.findLastIndex(
    (block, index) => whys[index] === undefined && (isProse(block) || isSentence(block)),
  )
  if (last < 0) return
  for (let index = last + 1; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (block !== undefined && block.kind !== 'list-item' && block.kind !== 'table-row') whys[index] ??= 'after the end'
  }
}

function isSentence(block: PageBlock): boolean {
  if (block.kind === 'heading' || block.linkLength >= block.text.length / 2) return false
  return SENTENCE_END.test(block.text) || sizeOf(block.text) >= MIN_TAIL_LENGTH
}

/** A heading whose whole section was furniture, or that nothing follows. */
export function judgeEmptyHeadings(blocks: readonly PageBlock[], whys: Whys): void {
  let hasBody = false
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    if (whys[index] !== undefined) continue
    if (blocks[index]?.kind !== 'heading') hasBody = true
    else if (!hasBody) whys[index] = 'heading of nothing'
  }
}
