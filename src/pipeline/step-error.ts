/** Not a failure: the job waits and comes back without spending an attempt. */
export class RetryLaterError extends Error {
  override readonly name = 'RetryLaterError'
  readonly retryAt: number

  constructor(message: string, retryAt: number) {
    super(message)
    this.retryAt = retryAt
  }
}
