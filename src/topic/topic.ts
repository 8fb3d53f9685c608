/** What the operator tracks. A text matches when one of `any`, all of `all` and none of `none` stand in it. */
export interface Topic {
  readonly id: string
  readonly name: string
  readonly any: readonly string[]
  readonly all: readonly string[]
  readonly none: readonly string[]
}
