import { dayText } from '@anjie/calendar-cn/plainDays'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyCoverage } from '@anjie/contracts/vocabulary/posts/dutyCoverage'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { futureFault, postFault } from './dutyPostActions.ts'

type CoverageStep = Result<Step<'duty-coverage'>, Problem>

export const isPiloted = (state: Pick<DutyCoverage, 'pilot'> | undefined): boolean =>
  state?.pilot !== undefined && state.pilot.to === undefined

/** 开启综治委员试点: from then on the county sets up posts in the villages that it chooses. */
export function startDutyPilot(
  state: DutyCoverage,
  {
    from,
    basis,
    today,
    now,
  }: { readonly from: PlainDate; readonly basis: string; readonly today: PlainDate; readonly now: string },
): CoverageStep {
  if (isPiloted(state))
    return err({ code: 'transition-not-allowed', detail: `试点已自${dayText(state.pilot?.from ?? from)}起开启` })
  const day = futureFault('/from', from, today)
  if (day !== undefined) return err(day)
  const last = state.pilot?.to
  if (last !== undefined && from <= last)
    return err(postFault('/from', `上次试点至${dayText(last)}结束，再次开启须在其后`))
  return ok({
    next: { ...state, pilot: { from, basis }, updatedAt: now },
    fact: { type: 'DutyPilotStarted', details: { from, basis } },
  })
}

/** 结束试点, once none of its posts stands any more: each ends with its day and reason. */
export function endDutyPilot(
  state: DutyCoverage,
  { on, today, now }: { readonly on: PlainDate; readonly today: PlainDate; readonly now: string },
): CoverageStep {
  const { pilot } = state
  if (pilot === undefined || pilot.to !== undefined)
    return err({ code: 'transition-not-allowed', detail: '本县没有开启综治委员试点' })
  const { posts } = state.kinds['village-commissioner']
  if (posts > 0)
    return err({
      code: 'transition-not-allowed',
      detail: `还有${posts}个村综治委员岗位，请先逐个或整表登记撤岗，再结束试点`,
    })
  const day = futureFault('/on', on, today)
  if (day !== undefined) return err(day)
  if (on < pilot.from) return err(postFault('/on', `试点自${dayText(pilot.from)}起开启，结束日期不能早于这一天`))
  return ok({
    next: { ...state, pilot: { ...pilot, to: on }, updatedAt: now },
    fact: { type: 'DutyPilotEnded', details: { on } },
  })
}
