import type { DigestPlan } from '../digest/digest-plan.ts'
import { UsageError } from './usage-error.ts'

/** The digest of this id; the first in the config when none is named. */
export function findPlan(plans: readonly DigestPlan[], id: string | undefined): DigestPlan {
  const plan = id === undefined ? plans[0] : plans.find((each) => each.id === id)
  if (plan !== undefined) return plan
  throw new UsageError(`digest: expected one of ${plans.map((each) => each.id).join(', ')}, got ${id}`)
}
