/** An office, and the words that stand for it. */
export interface Role {
  readonly id: string
  readonly names: readonly string[]
  /** When it is known that nobody held it. */
  readonly vacant?: readonly Vacancy[]
}

/** Days as in `Tenure`. */
export interface Vacancy {
  readonly from: string
  readonly to?: string
}

/** Somebody with name variants and offices held. Days are ISO dates, `to` exclusive. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
  readonly held: readonly Tenure[]
}

export interface Tenure {
  readonly role: string
  readonly from: string
  readonly to?: string
}

export interface PeopleBook {
  readonly roles: readonly Role[]
  readonly people: readonly Person[]
  /** Canonical form -> other spellings. */
  readonly aliases: Readonly<Record<string, readonly string[]>>
}
