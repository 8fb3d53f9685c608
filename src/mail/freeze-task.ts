import { type DigestMail, type FrozenDigest, freezeDigest, type Sender } from './freeze-digest.ts'

export interface FreezeTask {
  readonly mail: DigestMail
  readonly sender: Sender
}

/** What the thread of the freezer runs. */
export function freezeTask({ mail, sender }: FreezeTask): Promise<FrozenDigest> {
  return freezeDigest(mail, sender)
}
