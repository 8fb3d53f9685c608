export const STEPS = ['tick', 'poll-feed', 'read-article', 'match-article', 'group-stories', 'send-digest'] as const
export type Step = (typeof STEPS)[number]

/** A hint that something may be due. It may be lost, doubled or late without harm: the database is the truth. */
export type Job =
  | { readonly step: 'tick' }
  | { readonly step: 'poll-feed'; readonly feedId: string }
  | { readonly step: 'read-article'; readonly articleId: string }
  | { readonly step: 'match-article'; readonly articleId: string }
  | { readonly step: 'group-stories' }
  | { readonly step: 'send-digest'; readonly planId: string; readonly slotDate: string; readonly dueAt: number }
  | { readonly step: 'send-digest'; readonly deliveryId: string }

/** What a step came to, for the one log line of its job. */
export interface StepOutcome {
  readonly kind: string
  readonly [detail: string]: string | number | undefined
}
