import type { Digest } from '../digest/digest.ts'

/** What the page knows of the desk, and the two things it can change. */
export interface SitePorts {
  readonly now: () => number
  /** All that links may be signed with. */
  readonly linkSecrets: readonly string[]
  /** What one mail says, nothing cut; undefined when it is no longer kept. */
  readonly loadDigest: (mail: MailClaims) => Promise<Digest | undefined>
  /** The name readers know a digest by. */
  readonly digestName: (planId: string) => string
  readonly isUnsubscribed: (subscription: Subscription) => Promise<boolean>
  readonly unsubscribe: (subscription: Subscription, sinceAt: number) => Promise<void>
  readonly resubscribe: (subscription: Subscription) => Promise<void>
  /** Whether the database answers and work goes on. */
  readonly isWatching: () => Promise<boolean>
  readonly renderMetrics: () => Promise<string>
  readonly metricsAccess: MetricsAccess
  readonly onError: (error: unknown) => void
}

/** One digest to one address. */
export interface Subscription {
  readonly planId: string
  readonly address: string
}

export interface MailClaims extends Subscription {
  /** Local ISO date of the slot. */
  readonly slotDate: string
}

/** Who may read the metrics: nobody, who asks this machine by its own name, or who shows the token. */
export type MetricsAccess =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'this-machine' }
  | { readonly kind: 'token'; readonly token: string }
