import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { CellRemark, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { cellKey } from './cellKey.ts'
import { cellName } from './cellName.ts'
import { spokenBy } from './spokenBy.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'

export interface GivenAnswer {
  readonly item: string
  readonly period: string
  readonly agrees: boolean
  readonly text?: string | undefined
}

/** 答复核定值: the reporter agrees, and the run takes the verified value, or does not and says why; then the reviewer decides what next. */
export function answerRemark(
  state: Submission,
  { item: code, period, agrees, text }: GivenAnswer,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'RemarkAnswered'>, Problem> {
  const permitted = permitSubmissionAction(state, 'answer', member, setting)
  if (!permitted.ok) return permitted
  const { form } = setting
  const key = cellKey({ item: code, period })
  const remark = state.remarks?.find((each) => cellKey(each) === key)
  if (remark?.verified === undefined || remark.state !== 'awaiting')
    return err({ code: 'transition-not-allowed', detail: '这一格没有待答复的核定值' })
  if (!agrees && (text === undefined || text.trim() === ''))
    return err({ code: 'reason-required', detail: '不同意核定值的，请写明理由', pointer: '/text' })
  const item = form.items.find((each) => each.code === code)
  const answered: CellRemark = {
    ...remark,
    state: agrees ? 'agreed' : 'declined',
    answer: { ...(text === undefined || text.trim() === '' ? {} : { text }), by: spokenBy(member), at: now },
  }
  return ok({
    next: {
      ...state,
      remarks: (state.remarks ?? []).map((each) => (cellKey(each) === key ? answered : each)),
      updatedAt: now,
    },
    fact: {
      type: 'RemarkAnswered',
      details: {
        item: item === undefined ? code : cellName(item, period, form.period),
        verified: `填报${remark.reported ?? '无数值'}，核定${remark.verified}`,
        answer: agrees ? '同意' : '不同意',
        ...(text === undefined || text.trim() === '' ? {} : { reason: text }),
      },
    },
  })
}
