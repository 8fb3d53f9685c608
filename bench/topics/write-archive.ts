import { DatabaseSync } from 'node:sqlite'
import type { Block, Passage, Reading } from '../../src/article/reading.ts'
import { openStore } from '../../src/store/open-store.ts'
import { type Dice, rollDice } from '../pipeline/dice.ts'

const DAY_MS = 24 * 60 * 60_000
const WORD_COUNT = 1_000
const VOCABULARY_SIZE = 30_000
const SENTENCE_WORDS = 20
const PARAGRAPH_SENTENCES = 4
/** What the topics of the bench look for stands in one article of so many. */
const TOLD_ONE_IN = 50
const TOLD = ['peace plan', 'peace offers', 'cease-fire', 'Ukraine', 'peace talks'] as const
const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ne',
  'ru',
  'sa',
  'to',
  'vi',
  'zan',
  'der',
  'pol',
  'fen',
  'gar',
  'hul',
  'ist',
] as const

/** Texts that differ; the archive repeats them. */
const TEXT_COUNT = 2_000

/**
 * Makes an archive of so many articles of 1,000 words, spread over 25 days up to now, with words about as frequent as in
 * a language; judged once, without a match. Past the store, in one transaction, and without the index for searching: a
 * store that is told of articles one by one is another bench's business.
 */
export async function writeArchive(path: string, articleCount: number, now: number): Promise<void> {
  await using _tables = await openStore(path)
  const dice = rollDice(5)
  const words = inventVocabulary(dice)
  const readings = Array.from({ length: TEXT_COUNT }, () => JSON.stringify(inventReading(dice, words)))
  using database = new DatabaseSync(path)
  const insert = database.prepare(`insert into article (id, url, has_page, feed_id, outlet, listed, first_seen_at,
    status, attempt_count, read_at, reading, matched_version) values (?, ?, 1, ?, ?, ?, ?, 'read', 0, ?, ?, 'before')`)
  database.exec('pragma synchronous = off; begin')
  for (let index = 0; index < articleCount; index++) {
    const at = now - Math.floor((25 * DAY_MS * (articleCount - index)) / articleCount)
    const id = `article-${index}`
    const listed = JSON.stringify({ title: id, authors: [] })
    insert.run(id, `https://wire.example/${id}`, 'wire', 'Wire', listed, at, at, readings[index % TEXT_COUNT] ?? '')
  }
  database.exec('commit')
}

function inventReading(dice: Dice, words: readonly string[]): Reading {
  const passages: Passage[] = []
  const blocks: Block[] = []
  let text = ''
  for (let sentence = 0; sentence < WORD_COUNT / SENTENCE_WORDS; sentence++) {
    const isFirst = sentence % PARAGRAPH_SENTENCES === 0
    if (sentence > 0) text += isFirst ? '\n\n' : ' '
    const start = text.length
    text += inventSentence(dice, words)
    passages.push({ start, end: text.length })
    const block = blocks.at(-1)
    if (isFirst || block === undefined) blocks.push({ kind: 'paragraph', start, end: text.length })
    else blocks[blocks.length - 1] = { ...block, end: text.length }
  }
  const title = inventSentence(dice, words).slice(0, 80)
  const known = { authors: [], labels: [], furniture: [], language: 'en', quality: 'full' } as const
  return { ...known, title, text, blocks, passages }
}

function inventSentence(dice: Dice, words: readonly string[]): string {
  const chosen = Array.from({ length: SENTENCE_WORDS }, () => words[dice.spread(1, words.length) - 1] ?? '')
  if (dice.between(1, TOLD_ONE_IN * 10) === 1) chosen.push('in', 'Ukraine', dice.pick(TOLD))
  return `${chosen.join(' ')}.`
}

function inventVocabulary(dice: Dice): readonly string[] {
  const words = new Set<string>()
  while (words.size < VOCABULARY_SIZE) {
    words.add(Array.from({ length: dice.between(1, 5) }, () => dice.pick(SYLLABLES)).join(''))
  }
  return [...words]
}
