import { MONTHS_BY_NAME } from '../article/month-names.ts'
import type { SpeechLanguage } from './language/speech-language.ts'
import { WORD } from './word-class.ts'

/** What a phrase of a language does. */
export interface CuePhrase {
  readonly words: readonly string[]
  readonly kind: CueKind
}

export type CueKind =
  | 'says'
  | 'may-say'
  | 'voices'
  | 'tells'
  | 'thinks'
  | 'demands'
  | 'participle'
  | 'tag'
  | 'source'
  | 'source-behind'
  | 'quote-source'
  | 'own-source'
  | 'carrier'
  | 'interview'
  | 'occasion'

/** What is the same wherever a word is printed this way. */
export interface KnownWord {
  /** In lower case, with straight apostrophes. */
  readonly word: string
  /** Bits of `WORD`. */
  readonly classes: number
  readonly isWord: boolean
  readonly isCapital: boolean
  readonly isAcronym: boolean
}

/** A language's lists, made ready for looking up a word at a time. */
export interface Lexicon {
  readonly language: SpeechLanguage
  readonly classes: ReadonlyMap<string, number>
  /** By first word, the longest first. */
  readonly cues: ReadonlyMap<string, readonly CuePhrase[]>
  readonly suffixes: ReadonlyMap<string, number>
  /** Printed words looked up before, by `knownWord` alone. */
  readonly known: Map<string, KnownWord>
}

const FORMULAS: ReadonlySet<CueKind> = new Set<CueKind>([
  'carrier',
  'interview',
  'occasion',
  'source',
  'own-source',
  'quote-source',
])
/** What a possessive still is: "Friday's meeting", "the ministry's spokesman". */
const POSSESSIVE = WORD.DAY | WORD.PLACE
/** Shorter ends of a compound are too often chance. */
const MIN_SUFFIX = 4

export function compileLexicon(language: SpeechLanguage): Lexicon {
  const classes = new Map<string, number>()
  for (const [list, bit] of classesOf(language)) {
    for (const word of list) classes.set(word, (classes.get(word) ?? 0) | bit)
  }
  for (const month of MONTHS_BY_NAME.keys()) {
    if (month.length > 3) classes.set(month, (classes.get(month) ?? 0) | WORD.MONTH)
  }
  const cues = new Map<string, CuePhrase[]>()
  for (const [kind, phrases] of cuesOf(language)) for (const phrase of phrases) addCue(cues, phrase, kind)
  for (const [word, list] of cues) {
    list.sort((left, right) => right.words.length - left.words.length)
    for (const { kind } of list)
      classes.set(word, (classes.get(word) ?? 0) | (FORMULAS.has(kind) ? WORD.FORMULA : WORD.CUE))
  }
  return { language, classes, cues, known: new Map(), suffixes: language.compounds ? suffixesOf(language) : new Map() }
}

/** The classes of a word in lower case. Printed with a capital, an ending proves nothing: "Kelly" is no adverb. */
export function classesOfWord(lexicon: Lexicon, word: string, isCapital: boolean): number {
  const { classes, suffixes, language } = lexicon
  const known = classes.get(word)
  if (known !== undefined) return known
  if (word.endsWith("'s")) return (classes.get(word.slice(0, -2)) ?? 0) & POSSESSIVE
  if (!isCapital && isAdverb(language, word)) return WORD.ADVERB
  if (suffixes.size === 0) return 0
  for (let from = 1; from <= word.length - MIN_SUFFIX; from++) {
    const bits = suffixes.get(word.slice(from))
    if (bits !== undefined) return bits
  }
  return 0
}

function isAdverb({ adverbEnding }: SpeechLanguage, word: string): boolean {
  return adverbEnding !== undefined && word.length > 4 && word.endsWith(adverbEnding)
}

function addCue(cues: Map<string, CuePhrase[]>, phrase: string, kind: CueKind): void {
  const words = phrase.split(' ')
  const first = words[0] ?? ''
  const list = cues.get(first) ?? []
  list.push({ words, kind })
  cues.set(first, list)
}

function suffixesOf({ roles, organisations }: SpeechLanguage): ReadonlyMap<string, number> {
  const suffixes = new Map<string, number>()
  for (const word of roles) if (word.length >= MIN_SUFFIX) suffixes.set(word, WORD.ROLE)
  for (const word of organisations) if (word.length >= MIN_SUFFIX) suffixes.set(word, WORD.ORGANISATION)
  return suffixes
}

function cuesOf(language: SpeechLanguage): readonly (readonly [CueKind, readonly string[]])[] {
  return [
    ['tells', language.tells],
    ['demands', language.demands],
    ['says', language.says],
    ['thinks', language.thinks],
    ['may-say', language.maySay],
    ['participle', language.participles],
    ['voices', language.voices],
    ['tag', language.tags],
    ['own-source', language.ownSources],
    ['source', language.sources],
    ['source-behind', language.sourcesBehind],
    ['quote-source', language.quoteSources],
    ['carrier', language.carriers],
    ['interview', language.interviews],
    ['occasion', language.occasions],
  ]
}

function classesOf(language: SpeechLanguage): readonly (readonly [readonly string[], number])[] {
  return [
    [language.he, WORD.HE],
    [language.she, WORD.SHE],
    [language.they, WORD.THEY],
    [language.determiners, WORD.DETERMINER],
    [language.links, WORD.LINK],
    [language.prepositions, WORD.PREPOSITION],
    [language.boundaries, WORD.BOUNDARY],
    [language.and, WORD.AND],
    [language.auxiliaries, WORD.AUXILIARY],
    [language.passives, WORD.PASSIVE],
    [language.unreal, WORD.UNREAL],
    [language.adverbs, WORD.ADVERB],
    [language.roles, WORD.ROLE],
    [language.broadRoles, WORD.BROAD_ROLE | WORD.ROLE],
    [language.organisations, WORD.ORGANISATION],
    [language.media, WORD.MEDIA],
    [language.documents, WORD.DOCUMENT],
    [language.places, WORD.PLACE],
    [language.particles, WORD.PARTICLE],
    [language.honorificsHe, WORD.MR],
    [language.honorificsShe, WORD.MRS],
    [language.weekdays.flatMap((day) => day.split('|')), WORD.DAY],
    [language.today, WORD.DAY],
    [language.yesterday, WORD.DAY],
    [language.that, WORD.THAT],
    [language.as, WORD.AS],
  ]
}
