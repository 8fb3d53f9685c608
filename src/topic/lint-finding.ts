/** What can be wrong with topics and people that are well-formed. */
export type LintFault =
  | 'never-fires'
  | 'fires-too-often'
  | 'same-as-another'
  | 'idle-clause'
  | 'idle-alias'
  | 'greedy-not'
  | 'outlet-term'
  | 'role-gap'
  | 'role-unheld'
  | 'shared-name'
  | 'missing-language'
  | 'contradiction'
  | 'covered-clause'

export interface LintFinding {
  readonly fault: LintFault
  /** Id of the topic, role or person, or the name of a group of aliases. */
  readonly of: string
  /** What was seen, with its numbers. */
  readonly found: string
  readonly advice: string
}
