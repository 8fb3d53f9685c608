/** A recorded day cannot be played as it is written; the message says where, what was expected and what stands there. */
export class DayError extends Error {
  override readonly name = 'DayError'
}
