import { beforeMarks } from './before-marks.ts'
import { phraseAfter, phraseBefore } from './bound-phrase.ts'
import type { Lexicon } from './lexicon.ts'
import { type Cue, matchCue } from './match-cue.ts'
import type { Phrase } from './phrase.ts'
import type { Token, TokenRange } from './token.ts'
import { WORD } from './word-class.ts'

/** A reporting phrase with its subject: where words are given to somebody. */
export interface Attribution {
  readonly cue: Cue
  /** Undefined: the subject of the sentence. */
  readonly phrase?: Phrase
  /** Speaker, cue and addressee; none of the words said. */
  readonly region: TokenRange
  /** The verb stands before its subject. */
  readonly isInverted: boolean
  /** Introduced by "as": what it reports is the rest of the sentence. */
  readonly isAside: boolean
  readonly addressee?: TokenRange
}

const MAX_ADVERBS = 5
const MAX_ADDRESSEE_WORDS = 6
const MAX_ADVERBIAL_WORDS = 6

/** The attributions of all sentences, in their order. */
export function findAttributions(tokens: readonly Token[], lexicon: Lexicon): readonly Attribution[] {
  const found: Attribution[] = []
  for (let at = 0; at < tokens.length; at++) {
    const cue = matchCue(tokens, at, lexicon)
    if (cue === undefined) continue
    const attribution = readAttribution(tokens, cue, lexicon)
    if (attribution === undefined) continue
    const before = found.at(-1)
    if (before !== undefined && before.region.to > attribution.region.from) continue
    found.push(attribution)
    at = Math.max(at, attribution.region.to - 1)
  }
  return found
}

function readAttribution(tokens: readonly Token[], cue: Cue, lexicon: Lexicon): Attribution | undefined {
  switch (cue.kind) {
    case 'carrier':
    case 'interview':
    case 'occasion':
      return undefined
    case 'source':
      return readSource(tokens, cue, lexicon)
    case 'quote-source':
      return readQuoteSource(tokens, cue, lexicon)
    case 'own-source':
      return readOwnSource(tokens, cue)
    case 'source-behind':
      return readBehind(tokens, cue, lexicon)
    case 'participle':
      return { cue, region: cue.range, isInverted: false, isAside: false }
    default:
      return readVerb(tokens, cue, lexicon)
  }
}

function readSource(tokens: readonly Token[], cue: Cue, lexicon: Lexicon): Attribution | undefined {
  const found = phraseAfter(tokens, cue.range.to, lexicon.language)
  if (found === undefined) return undefined
  const phrase = lexicon.language.genitivePlaces ? withoutClause(tokens, found) : found
  const region = { from: cue.range.from, to: phrase.range.to }
  return { cue, phrase, region, isInverted: true, isAside: true }
}

/** "Pour la maire, « … »": without a quotation behind it, it is any preposition. */
function readQuoteSource(tokens: readonly Token[], cue: Cue, lexicon: Lexicon): Attribution | undefined {
  if (tokens[cue.range.from - 1]?.sentence === tokens[cue.range.from]?.sentence) return undefined
  const attribution = readSource(tokens, cue, lexicon)
  if (attribution === undefined) return undefined
  const { to } = attribution.region
  return tokens[to]?.word === ',' && tokens[to + 1]?.quote !== undefined ? attribution : undefined
}

/** Without a comma only the first noun surely belongs to the source: "Zdaniem policji kierowca …". */
function withoutClause(tokens: readonly Token[], phrase: Phrase): Phrase {
  const { from, to } = phrase.range
  const isBounded = tokens[to]?.isWord !== true
  if (isBounded || phrase.kind === 'name' || phrase.kind === 'pronoun') return phrase
  const noun = tokens
    .slice(from, to)
    .findIndex(({ classes }) => (classes & (WORD.ROLE | WORD.ORGANISATION | WORD.MEDIA)) !== 0)
  const range = { from, to: noun === -1 ? to : from + noun + 1 }
  return { ...phrase, range, surface: range }
}

function readOwnSource(tokens: readonly Token[], cue: Cue): Attribution | undefined {
  const { from, to } = cue.range
  for (let at = from; at < to; at++) {
    if (!has(tokens[at], WORD.PRONOUN)) continue
    const range = { from: at, to: at + 1 }
    const phrase: Phrase = { range, surface: range, kind: 'pronoun' }
    return { cue, phrase, region: cue.range, isInverted: false, isAside: true }
  }
  return undefined
}

function readBehind(tokens: readonly Token[], cue: Cue, lexicon: Lexicon): Attribution | undefined {
  const phrase = phraseBefore(tokens, cue.range.from, lexicon.language)
  if (phrase === undefined) return undefined
  const region = { from: phrase.range.from, to: cue.range.to }
  return { cue, phrase, region, isInverted: false, isAside: true }
}

function readVerb(tokens: readonly Token[], cue: Cue, lexicon: Lexicon): Attribution | undefined {
  const before = beforeAdverbs(tokens, cue.range.from)
  if (before === undefined) return undefined
  const isAs = has(tokens[before - 1], WORD.AS) || (before < cue.range.from && has(tokens[before], WORD.AS))
  const behind =
    cue.kind === 'thinks' || (cue.kind === 'may-say' && !isBehindQuote(tokens, before))
      ? undefined
      : readInverted(tokens, { cue, before, isAs }, lexicon)
  if (behind !== undefined) return behind
  const phrase = cue.kind === 'tag' ? undefined : phraseBefore(tokens, before, lexicon.language)
  if (phrase !== undefined) {
    const isAside = has(tokens[phrase.range.from - 1], WORD.AS)
    const from = isAside ? phrase.range.from - 1 : beforeAuxiliary(tokens, phrase.range.from)
    return withAddressee(
      tokens,
      { cue, phrase, region: { from, to: cue.range.to }, isInverted: false, isAside },
      lexicon,
    )
  }
  if (lexicon.language.dropsSubject && isBehindQuote(tokens, before)) {
    const bare: Phrase = { range: cue.range, surface: cue.range, kind: 'pronoun' }
    return { cue, phrase: bare, region: { from: before, to: cue.range.to }, isInverted: true, isAside: false }
  }
  const joins = has(tokens[before - 1], WORD.AND) && cue.kind !== 'may-say' && cue.kind !== 'voices'
  if (!joins) return undefined
  return withAddressee(tokens, { cue, region: cue.range, isInverted: false, isAside: false }, lexicon)
}

/** "a-t-elle dit": the auxiliary may stand before the subject. */
function beforeAuxiliary(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1]
  return has(before, WORD.AUXILIARY) && before?.sentence === tokens[at]?.sentence ? at - 1 : at
}

interface VerbPlace {
  readonly cue: Cue
  /** Where the verb's auxiliaries and adverbs begin. */
  readonly before: number
  readonly isAs: boolean
}

/** A subject behind its verb: after what was said, after "as", and anywhere in languages that allow it. */
function readInverted(
  tokens: readonly Token[],
  { cue, before, isAs }: VerbPlace,
  lexicon: Lexicon,
): Attribution | undefined {
  const last = tokens[before - 1]
  const followsQuote = isBehindQuote(tokens, before)
  const followsClause = last?.word === ',' && last.sentence === tokens[before]?.sentence
  if (!followsQuote && !followsClause && !isAs && !lexicon.language.verbFirst) return undefined
  if (!followsQuote && (cue.kind === 'voices' || (!isAs && cue.kind === 'demands'))) return undefined
  const phrase =
    phraseAfter(tokens, cue.range.to, lexicon.language) ??
    (followsQuote ? officeBehindAdverbial(tokens, cue.range.to, lexicon) : undefined)
  if (phrase === undefined || (phrase.kind === 'thing' && !followsQuote)) return undefined
  if (!followsQuote && !isAs && !endsClause(tokens, phrase.range.to) && !lexicon.language.verbFirst) return undefined
  if (!followsQuote && !isAs && phrase.kind === 'pronoun' && !lexicon.language.verbFirst) return undefined
  if (!followsQuote && !isAs && phraseBefore(tokens, before, lexicon.language) !== undefined) return undefined
  const region = { from: isAs && has(tokens[before - 1], WORD.AS) ? before - 1 : before, to: phrase.range.to }
  return withAddressee(tokens, { cue, phrase, region, isInverted: true, isAside: isAs }, lexicon)
}

/** `"…," said on Monday the minister`, "napisał na platformie Fora burmistrz Jan Wzorcowy": where the first office is printed. */
function officeBehindAdverbial(tokens: readonly Token[], from: number, lexicon: Lexicon): Phrase | undefined {
  if (!has(tokens[from], WORD.PREPOSITION | WORD.DAY | WORD.ADVERB)) return undefined
  for (let at = from + 1; at <= from + MAX_ADVERBIAL_WORDS; at++) {
    const token = tokens[at]
    if (token?.isWord !== true || token.sentence !== tokens[from]?.sentence) return undefined
    if (has(token, WORD.BOUNDARY | WORD.CUE)) return undefined
    if (!has(token, WORD.ROLE)) continue
    const isBehindArticle = has(tokens[at - 1], WORD.DETERMINER)
    if (isBehindArticle ? has(tokens[at - 2], WORD.PREPOSITION) : has(tokens[at - 1], WORD.PREPOSITION))
      return undefined
    return phraseAfter(tokens, isBehindArticle ? at - 1 : at, lexicon.language)
  }
  return undefined
}

function isBehindQuote(tokens: readonly Token[], at: number): boolean {
  return tokens[beforeMarks(tokens, at)]?.quote !== undefined
}

function endsClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.sentence !== tokens[at - 1]?.sentence || !token.isWord) return true
  return has(token, WORD.PREPOSITION | WORD.DAY | WORD.ADVERB | WORD.BOUNDARY)
}

/** Skips what stands between subject and verb; undefined when the speech is denied, unreal or passive. */
function beforeAdverbs(tokens: readonly Token[], cue: number): number | undefined {
  const sentence = tokens[cue]?.sentence
  let at = cue
  for (let count = 0; count < MAX_ADVERBS; count++) {
    const token = tokens[at - 1]
    if (token === undefined || token.sentence !== sentence || !token.isWord) return at
    if (has(token, WORD.UNREAL | WORD.PASSIVE)) return undefined
    if (has(token, WORD.DAY) && has(tokens[at - 2], WORD.PREPOSITION | WORD.LINK)) {
      at -= 2
      continue
    }
    const isElided = token.word === "l'" && has(tokens[at], WORD.AUXILIARY)
    if ((!has(token, WORD.AUXILIARY | WORD.ADVERB) || has(token, WORD.ROLE)) && !isElided) return at
    at--
  }
  return at
}

/** "told reporters", "told the Harbour Gazette": who was told belongs to the attribution. */
function withAddressee(tokens: readonly Token[], attribution: Attribution, lexicon: Lexicon): Attribution {
  const { cue, region } = attribution
  if (cue.kind !== 'tells' || attribution.isInverted) return attribution
  const to = endOfAddressee(tokens, region.to, lexicon)
  if (to === region.to) return attribution
  return { ...attribution, region: { from: region.from, to }, addressee: { from: region.to, to } }
}

function endOfAddressee(tokens: readonly Token[], start: number, lexicon: Lexicon): number {
  const phrase = phraseAfter(tokens, start, lexicon.language)
  if (phrase !== undefined) return phrase.range.to
  const sentence = tokens[start - 1]?.sentence
  let at = start
  while (at - start < MAX_ADDRESSEE_WORDS && tokens[at]?.sentence === sentence && tokens[at]?.isWord === true) {
    if (has(tokens[at], WORD.THAT | WORD.PREPOSITION | WORD.DAY | WORD.BOUNDARY)) break
    if (at > start && has(tokens[at], WORD.PRONOUN | WORD.DETERMINER)) break
    at++
  }
  return at
}

function has(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0
}
