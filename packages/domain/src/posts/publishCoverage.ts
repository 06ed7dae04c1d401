import { beijingDate } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { DutyCoverage } from '@anjie/contracts/vocabulary/posts/dutyCoverage'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { figuresByKind } from './coverage.ts'

type CoverageStep = Result<Step<'duty-coverage'>, Problem>

/** 公布覆盖情况: the figures of the day, by an act of the office; once more with newer ones. */
export function publishCoverage(
  state: DutyCoverage,
  { personId, personName, post }: Membership,
  now: string,
): CoverageStep {
  const on = beijingDate(now)
  const kinds = figuresByKind(state, on)
  if (Object.values(kinds).every(({ posts }) => posts === 0))
    return err({ code: 'transition-not-allowed', detail: '还没有设岗，没有可以公布的覆盖情况' })
  return ok({
    next: { ...state, published: { on, by: { personId, personName, post, at: now }, kinds }, updatedAt: now },
    fact: { type: 'DutyCoveragePublished', details: {} },
  })
}

/** 撤下: nothing of it stands on the public site any more. */
export function withdrawCoverage(state: DutyCoverage, reason: string, now: string): CoverageStep {
  if (state.published === undefined) return err({ code: 'transition-not-allowed', detail: '没有公布过岗位覆盖情况' })
  const { published: _published, ...rest } = state
  return ok({ next: { ...rest, updatedAt: now }, fact: { type: 'DutyCoverageWithdrawn', details: { reason } } })
}
