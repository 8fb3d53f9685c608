/** The call cannot be carried out as given; the message says what was expected and what came. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
