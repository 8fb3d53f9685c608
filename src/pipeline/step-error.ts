/** No retry will help: the job ends here, and the message says why. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError'
}

/** Not a failure: the job waits and comes back without spending an attempt. */
export class RetryLaterError extends Error {
  override readonly name = 'RetryLaterError'
  readonly retryAt: number

  constructor(message: string, retryAt: number) {
    super(message)
    this.retryAt = retryAt
  }
}
