import { foldText } from '../article/normalize-text.ts'
import { personWord } from './compile-leaf.ts'
import type { CompiledTopics } from './compile-topics.ts'
import { decodeEntities } from './decode-entities.ts'
import type { MatchField } from './match.ts'
import type { MatchedText } from './matched-text.ts'
import { type Paragraph, paragraphsOf } from './paragraphs-of.ts'
import { endText, readWords, startText, type TextReader } from './read-text.ts'
import { hashLetters, scanWords } from './scan-words.ts'
import { scannedText } from './scanned-text.ts'
import { type Stemming, stemmingOf } from './stem-word.ts'
import { mayBeHeard } from './wanted-speakers.ts'
import { emptyWordBuffer, loadLetters, removeWords, type WordBuffer } from './word-buffer.ts'

/** The fields of a text behind each other as words, the title first, then the body. */
export interface LaidOutText {
  readonly text: MatchedText
  readonly reader: TextReader
  readonly pieces: readonly TextPiece[]
  /** Whether no other field was read. */
  readonly isTitleAndBody: boolean
}

/** One field's text, or one of several. Words `from` to `to`, the latter not included. */
export interface TextPiece {
  readonly field: MatchField
  readonly text: string
  readonly from: number
  readonly to: number
  /** For the field `speaker`: where the statement stands in the body. */
  readonly statement?: { readonly start: number; readonly end: number; readonly isRecognised: boolean }
}

/** A body begins with its title within so many paragraphs, if it does. */
const REPEATED_WITHIN = 3
const buffer = emptyWordBuffer()

/** Reads the fields that the topics look into. */
export function layOutText({ reader, fields, speakers }: CompiledTopics, text: MatchedText): LaidOutText {
  startText(reader)
  const stemming = stemmingOf(text.language)
  const pieces = [
    readField(reader, { field: 'title', text: text.title, stemming }),
    readField(reader, { field: 'body', text: text.body, stemming, without: findRepeatedTitle(text) }),
  ]
  const read = (field: MatchField, value: string) =>
    pieces.push(readField(reader, { field, text: value, stemming: 'none' }))
  if (fields.has('author')) for (const author of text.authors ?? []) read('author', author)
  if (fields.has('outlet') && text.outlet !== undefined) read('outlet', text.outlet)
  if (fields.has('lang') && text.language !== undefined) read('lang', text.language)
  if (fields.has('url') && text.url !== undefined) read('url', text.url)
  if (fields.has('speaker') && mayBeHeard(speakers, text))
    for (const statement of text.statements ?? []) pieces.push(readSpeaker(reader, statement))
  endText(reader, pieces[0]?.to ?? 0)
  return { text, reader, pieces, isTitleAndBody: pieces.length === 2 }
}

interface FieldText {
  readonly field: MatchField
  readonly text: string
  readonly stemming: Stemming
  readonly without?: Paragraph | undefined
}

function readField(reader: TextReader, { field, text, stemming, without }: FieldText): TextPiece {
  const from = reader.wordCount
  const decoded = decodeEntities(text)
  buffer.count = 0
  scanWords(decoded.text, buffer)
  const { origins } = decoded
  if (without !== undefined) removeParagraph(buffer, without, origins)
  readWords(reader, scannedText(decoded.text, buffer, stemming))
  if (origins !== undefined) moveToOrigins(reader, from, origins)
  return { field, text, from, to: reader.wordCount }
}

/** A recognised person stands before the name as a word that no text can hold. */
function readSpeaker(reader: TextReader, statement: NonNullable<MatchedText['statements']>[number]): TextPiece {
  const { speaker, personId, start, end } = statement
  const from = reader.wordCount
  if (personId !== undefined) {
    const word = personWord(personId)
    buffer.count = 0
    scanWords('x', buffer)
    buffer.ends[0] = word.length
    buffer.hashes[0] = hashLetters(loadLetters(buffer, word), 0, word.length)
    readWords(reader, scannedText(word, buffer, 'none'))
  }
  const piece = readField(reader, { field: 'speaker', text: speaker, stemming: 'none' })
  return { ...piece, from, statement: { start, end, isRecognised: personId !== undefined } }
}

function moveToOrigins(reader: TextReader, from: number, origins: Int32Array): void {
  const { starts, ends } = reader.words
  for (let word = from; word < reader.wordCount; word++) {
    starts[word] = origins[starts[word] ?? 0] ?? 0
    ends[word] = origins[ends[word] ?? 0] ?? 0
  }
}

/** The paragraph with which a body says its title once more. */
function findRepeatedTitle({ title, body, blocks }: MatchedText): Paragraph | undefined {
  const wanted = title === '' ? '' : foldText(title)
  if (wanted === '') return undefined
  // Longer ones need not be folded to be told apart.
  const isNear = (length: number) => length <= title.length * 2 + 20
  return (blocks ?? paragraphsOf(body.slice(0, title.length * 4 + 500)))
    .slice(0, REPEATED_WITHIN)
    .find(({ start, end }) => isNear(end - start) && foldText(body.slice(start, end)) === wanted)
}

function removeParagraph(words: WordBuffer, { start, end }: Paragraph, origins: Int32Array | undefined): void {
  let from = 0
  const originOf = (offset: number) => origins?.[offset] ?? offset
  while (from < words.count && originOf(words.starts[from] ?? 0) < start) from++
  let to = from
  while (to < words.count && originOf(words.starts[to] ?? 0) < end) to++
  removeWords(words, from, to)
}
