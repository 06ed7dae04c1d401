import {
  type Attempt,
  type Dispute,
  type Gravity,
  gravityNames,
  TIERS,
  type Tier,
  tierNames,
} from '@anjie/contracts/vocabulary/disputes/dispute'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'

/** 三次调解不成的，提请上一级: three attempts at a tier before the next one (the seed's rule; Jiangyin does it so). */
export const ATTEMPTS_BEFORE_NEXT = 3

/** Ordinary ones at the village, common ones at the township, grave ones at the county directly. */
const FIRST_TIER = { ordinary: 'village', common: 'township', grave: 'county' } as const satisfies Record<Gravity, Tier>

export const firstTier = (gravity: Gravity): Tier => FIRST_TIER[gravity]

/** A grave dispute that nobody tried below says why. */
export function firstTierFault(gravity: Gravity, reason: string | undefined): Problem | undefined {
  if (gravity !== 'grave' || reason !== undefined) return undefined
  return {
    code: 'reason-required',
    detail: `“${gravityNames.grave}”纠纷直接由${tierNames.county}办理，请写明理由`,
    pointer: '/tierReason',
  }
}

export const attemptsAt = ({ attempts }: Pick<Dispute, 'attempts'>, tier: Tier): readonly Attempt[] =>
  attempts.filter((attempt) => attempt.tier === tier)

/** May this dispute go up to that tier? One step after three attempts that came to nothing, or a grave one with a reason. */
export function passingUp(
  dispute: Pick<Dispute, 'attempts' | 'tier' | 'gravity'>,
  to: Tier,
  reason: string | undefined,
): Result<void, Problem> {
  const at = dispute.tier ?? 'village'
  const [from, next] = [TIERS.indexOf(at), TIERS.indexOf(to)]
  const refuse = (detail: string): Result<void, Problem> => err({ code: 'transition-not-allowed', detail })
  if (next <= from) return refuse(`这起纠纷已在${tierNames[at]}办理，只能向上提级`)
  if (dispute.gravity === 'grave')
    return reason === undefined
      ? err({ code: 'reason-required', detail: '重大纠纷直接提级的，请写明理由', pointer: '/reason' })
      : ok(undefined)
  if (next > from + 1) return refuse(`不能越级：先由${tierNames[TIERS[from + 1] ?? 'county']}办理；重大纠纷除外`)
  const failed = attemptsAt(dispute, at).filter(({ agreed }) => !agreed).length
  return failed < ATTEMPTS_BEFORE_NEXT
    ? refuse(`${tierNames[at]}只调解过${failed}次；调解${ATTEMPTS_BEFORE_NEXT}次不成的，才能提级`)
    : ok(undefined)
}
