import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { type CellRemark, MAX_REMARKS, type Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import { typedFault } from '../counting/typedFault.ts'
import type { Decision } from '../decision.ts'
import { cellKey } from './cellKey.ts'
import { cellName } from './cellName.ts'
import { spokenBy } from './spokenBy.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'
import { valueFault } from './valueFault.ts'

export interface GivenRemark {
  readonly item: string
  readonly period: string
  readonly text: string
  readonly verified?: string | undefined
}

/**
 * 审核意见: a word of the reviewer on one cell, with the verified value where it is another than the reported one. A new one takes the
 * place of the one before, which stays on record. A verified value is settled by the reporter's agreement or by sending the form back.
 */
export function remarkCell(
  state: Submission,
  { item: code, period, text, verified }: GivenRemark,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'CellRemarked'>, Problem> {
  const permitted = permitSubmissionAction(state, 'remark', member, setting)
  if (!permitted.ok) return permitted
  const { form } = setting
  const cell = form.cells.find((each) => each.item.code === code && each.period === period)
  if (cell === undefined) return err({ code: 'item-unknown', detail: '本表没有这一格', pointer: '/item' })
  const name = cellName(cell.item, period, form.period)
  const value = state.values.find((each) => cellKey(each) === cellKey({ item: code, period }))
  const reported = value?.status === 'reported' ? value.value : null
  if (verified !== undefined) {
    // What is counted follows from the rows: a figure beside them would be the second one that the register was to do away with.
    if (cell.item.countedFrom !== undefined)
      return err({
        code: 'value-invalid',
        detail: `${typedFault(cell.item)}；请写明意见，或退回填报表`,
        pointer: '/verified',
      })
    const fault = valueFault(cell.item, { item: code, period, status: 'reported', value: verified })
    if (fault !== null) return err({ code: 'value-invalid', detail: fault, pointer: '/verified' })
    if (value === undefined)
      return err({ code: 'value-invalid', detail: `${name}没有填报，不能核定，请退回补报`, pointer: '/verified' })
    if (verified === reported)
      return err({ code: 'value-invalid', detail: `核定值与填报值同为${verified}，不必核定`, pointer: '/verified' })
  }
  const others = (state.remarks ?? []).filter((each) => cellKey(each) !== cellKey({ item: code, period }))
  if (others.length >= MAX_REMARKS)
    return err({ code: 'invalid-input', detail: `一张填报表最多${MAX_REMARKS}条审核意见，问题较多的请退回` })
  const remark: CellRemark = {
    item: code,
    period,
    text,
    reported,
    state: verified === undefined ? 'open' : 'awaiting',
    ...(verified === undefined ? {} : { verified }),
    by: spokenBy(member),
    at: now,
  }
  return ok({
    next: { ...state, remarks: [...others, remark], updatedAt: now },
    fact: {
      type: 'CellRemarked',
      details: {
        item: name,
        remark: text,
        ...(verified === undefined ? {} : { verified: `填报${reported ?? '无数值'}，核定${verified}` }),
      },
    },
  })
}
