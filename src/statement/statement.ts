/** Something said: words or their report, and who said it as what. A paraphrase is never made: `text` is printed. */
export interface Statement {
  /** `direct`: a whole quotation; `partial`: quoted words inside a report; `indirect`: reported without quotation marks. */
  readonly kind: 'direct' | 'partial' | 'indirect'
  /** Where the offsets count from: UTF-16 code units into the article's title or text. */
  readonly field: 'title' | 'body'
  /** With its quotation marks. */
  readonly start: number
  readonly end: number
  /** As printed, from `start` to `end`. */
  readonly text: string
  readonly speaker: Speaker
  /** As what they spoke. */
  readonly role?: SpeakerRole
  /** The reporting words as printed: "stated", "in his opinion". Empty when the layout alone says it (`SPEAKER: CLAIM`). */
  readonly cue: string
  /** As printed: "during a public discussion in Brussels". */
  readonly occasion?: string
  /** ISO date, when the text says or implies the day. */
  readonly saidAt?: string
  /** 0 to 1, by the rule that found it. */
  readonly confidence: number
  /** Who carried it, nearest to the speaker first: "RIA Novosti", "European Pravda". */
  readonly carriedBy: readonly string[]
}

export interface Speaker {
  /** As printed at the statement: "he", "the minister", "Stoltenberg". */
  readonly surface: string
  /** The fullest form: of people.yaml when known there, else the fullest the article prints. */
  readonly name: string
  /** In people.yaml. */
  readonly personId?: string
  readonly kind: 'person' | 'organisation' | 'unnamed'
  /** How `surface` led to `name`. */
  readonly resolvedBy: 'name' | 'office' | 'pronoun' | 'description'
}

export interface SpeakerRole {
  /** As the article prints it. */
  readonly printed?: string
  /** Held by the person on the article's day, by people.yaml. */
  readonly roleId?: string
}
