/**
 * How a language reports speech. Words in lower case; a phrase is words with single spaces. Every form that may stand in
 * a text is listed (or made by `inflect`), for nothing is stemmed here.
 */
export interface SpeechLanguage {
  /** ISO 639-1. */
  readonly code: string
  /** Verbs that always report: "said", "a déclaré". */
  readonly says: readonly string[]
  /** Verbs that are also nouns or report seldom: only with a speaker right before. */
  readonly maySay: readonly string[]
  /** Verbs that report only beside a quotation: "laughed". */
  readonly voices: readonly string[]
  /** Verbs with someone they are said to: "told". */
  readonly tells: readonly string[]
  /** Verbs of holding true: only with a content clause. */
  readonly thinks: readonly string[]
  /** Verbs whose object is what was said: "called for", "ruled out". */
  readonly demands: readonly string[]
  /** Their subject is the sentence's: "adding". */
  readonly participles: readonly string[]
  /** Words before a speaker after what was said, without a verb: German "so". */
  readonly tags: readonly string[]
  /** Before the one whose words follow or went before: "according to". */
  readonly sources: readonly string[]
  /** After that one: "zufolge". */
  readonly sourcesBehind: readonly string[]
  /** The same with a pronoun inside: "in his opinion". */
  readonly ownSources: readonly string[]
  /** Before those who carried it: "as reported by". */
  readonly carriers: readonly string[]
  /** Before the one an interview was given to. */
  readonly interviews: readonly string[]
  /** Before an occasion: "during", "at a press conference". */
  readonly occasions: readonly string[]
  readonly that: readonly string[]
  /** What opens a sentence whose verb reports the sentence before: "Про це" in "Про це заявив …". */
  readonly pointing: readonly string[]
  /** Before the one whose quotation follows, and much else: French "pour". */
  readonly quoteSources: readonly string[]
  /** Verbs behind which even "how" opens a claim: "recalled how the mayor had refused". */
  readonly recounts: readonly string[]
  /** "as X said": the clause is no content. */
  readonly as: readonly string[]
  readonly he: readonly string[]
  readonly she: readonly string[]
  readonly they: readonly string[]
  readonly determiners: readonly string[]
  /** Prepositions inside a name or an office: "of", "for". */
  readonly links: readonly string[]
  readonly prepositions: readonly string[]
  /** Where a clause ends: conjunctions, relatives. */
  readonly boundaries: readonly string[]
  readonly and: readonly string[]
  readonly auxiliaries: readonly string[]
  /** What makes a verb passive, so that its subject is not the speaker. */
  readonly passives: readonly string[]
  /** Words that make speech unreal or denied: "would", "not". */
  readonly unreal: readonly string[]
  readonly adverbs: readonly string[]
  readonly roles: readonly string[]
  /** Offices so broad that any officeholder may be meant: "leader", "representative". */
  readonly broadRoles: readonly string[]
  readonly organisations: readonly string[]
  readonly media: readonly string[]
  /** Words for a text that speaks for its author: "the report". */
  readonly documents: readonly string[]
  /** Places that speak for their government, and stand in offices. */
  readonly places: readonly string[]
  /** Inside names, in lower case: "von der". */
  readonly particles: readonly string[]
  readonly honorificsHe: readonly string[]
  readonly honorificsShe: readonly string[]
  /** Sunday first; several forms of a day joined by a bar. */
  readonly weekdays: readonly string[]
  readonly today: readonly string[]
  readonly yesterday: readonly string[]
  readonly labels: SpeechLabels
  /** Every noun has a capital: a capital alone proves no name. */
  readonly capitalNouns: boolean
  /** Places follow an office without a preposition: "президент України". */
  readonly genitivePlaces: boolean
  /** The last part of a word tells what it names: "Regierungssprecherin". */
  readonly compounds: boolean
  /** "said that" may drop its "that". */
  readonly dropsThat: 'never' | 'plain' | 'after-comma'
  /** A verb may stand before its subject anywhere, not only after what was said. */
  readonly verbFirst: boolean
  /** The verb alone may stand for "he said". */
  readonly dropsSubject: boolean
  /** What sets a report apart inside speech: nothing but quotation marks, dashes (that may open the line as well), or commas. */
  readonly speechMarks: 'quotes' | 'dashes' | 'commas'
  readonly adverbEnding?: string
  /** Ends of verbs: behind a noun in small letters such a word is no part of its phrase ("the paper leaves open"). */
  readonly verbEndings: readonly string[]
}

/** Words before a colon at the start of a paragraph. */
export interface SpeechLabels {
  readonly quote: readonly string[]
  readonly source: readonly string[]
  readonly details: readonly string[]
  readonly background: readonly string[]
}

/** Every stem with every ending. */
export function inflect(stems: string, endings: string): readonly string[] {
  const ends = endings.split(' ').map((ending) => (ending === '-' ? '' : ending))
  return words(stems).flatMap((stem) => ends.map((ending) => stem + ending))
}

export function words(line: string): readonly string[] {
  return line.split(/\s+/).filter((word) => word !== '')
}
