import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Appeal } from '@anjie/contracts/vocabulary/appeals/appeal'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { AppealId, LocalSubject, SubmissionId } from '@anjie/contracts/vocabulary/ids'
import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { beijingDay, err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { assessorLevel } from '../schemes/assessor.ts'
import type { Form } from '../submissions/form.ts'
import { restsOnForm } from './restsOnForm.ts'

export interface AppealRequest {
  readonly id: AppealId
  readonly county: CountyCode
  readonly countyName: string
  /** The county's own unit or post whose points they are; undefined for the county's. */
  readonly subject: LocalSubject | undefined
  /** The form that its figures come from; a city fills in none. */
  readonly submissionId: SubmissionId | undefined
  readonly node: string
  readonly claim: string
}

/** The cycle with the items of its scheme and the form that its subjects fill in. */
export interface AppealedCycle {
  readonly cycle: CycleHead
  readonly items: readonly DataItem[]
  readonly form: Form
}

/** 提出申诉: within the correction window, on one indicator of the scorecard of the county or of one of its units, which goes on file with it. */
export function fileAppeal(
  request: AppealRequest,
  { cycle, items, form }: AppealedCycle,
  scorecard: Scorecard,
  member: Membership,
  now: string,
): Result<Decision<Appeal, 'AppealFiled'>, Problem> {
  if (cycle.status !== 'preview' || cycle.appealsUntil === undefined)
    return err({ code: 'appeal-window-closed', detail: '本周期不在预览更正期' })
  if (beijingDay(now) > cycle.appealsUntil)
    return err({ code: 'appeal-window-closed', detail: `更正申诉已于${dayText(cycle.appealsUntil)}截止` })
  const receipt = scorecard.receipts.find((each) => each.node === request.node)
  if (receipt === undefined) return err({ code: 'invalid-input', detail: '得分明细中没有这项指标', pointer: '/node' })
  const { submissionId } = request
  return ok({
    next: {
      id: request.id,
      county: request.county,
      countyName: request.countyName,
      ...(request.subject === undefined ? {} : { subject: { code: request.subject, name: scorecard.row.name } }),
      assessor: assessorLevel(cycle),
      cycleId: cycle.id,
      cycleName: cycle.name,
      ...(submissionId === undefined ? {} : { submissionId }),
      restsOnForm: submissionId !== undefined && restsOnForm(receipt, items, form),
      runId: scorecard.runId,
      status: 'filed',
      receipt,
      claim: request.claim,
      enteredBy: [member.personId],
      updatedAt: now,
    },
    fact: {
      type: 'AppealFiled',
      details: {
        ...(request.subject === undefined ? {} : { subject: scorecard.row.name }),
        indicator: receipt.name,
        points: receipt.points ?? '无得分',
        reason: request.claim,
      },
    },
  })
}
