/** A composed mail and where it goes. */
export interface OutgoingMail {
  readonly eml: Uint8Array
  /** Where bounces go: MAIL FROM. */
  readonly from: string
  readonly to: string
  readonly messageId: string
}

/**
 * `retry`: certainly not delivered, another attempt may help. `refused`: certainly not delivered, another attempt
 * would not. `unknown`: the mail was handed over and no answer came.
 */
export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly response: string }
  | { readonly kind: 'retry' | 'refused' | 'unknown'; readonly reason: string }

/** `connected`: the server is ready for this mail. `data`: it asked for the content, of which nothing has left yet. */
export type DeliveryPhase = 'connected' | 'data'

export interface MailTransport extends AsyncDisposable {
  readonly kind: 'smtp' | 'folder'
  /** Each phase is awaited before the next byte leaves. What `onPhase` throws is thrown, and nothing is delivered. */
  readonly send: (mail: OutgoingMail, onPhase?: (phase: DeliveryPhase) => Promise<void>) => Promise<DeliveryOutcome>
  /** Whether a mail could be handed over now. */
  readonly verify: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>
}
