import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { cellKey } from './cellKey.ts'
import { cellName } from './cellName.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'
import { withHand } from './withHand.ts'

export interface SeenFigure {
  readonly item: string
  readonly period: string
  /** The figure that the person saw; another one is not confirmed by it. */
  readonly value: string
}

/** 确认带入的数: a person has looked at the figure and stands for it as for one that they typed. */
export function confirmPrefilled(
  state: Submission,
  seen: readonly SeenFigure[],
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'PrefilledConfirmed'>, Problem> {
  const permitted = permitSubmissionAction(state, 'save', member, setting)
  if (!permitted.ok) return permitted
  const { form } = setting
  const wanted = new Map(seen.map((each) => [cellKey(each), each.value]))
  const names: string[] = []
  const values = state.values.map((value) => {
    if (value.status !== 'reported' || value.origin === undefined) return value
    if (value.origin.confirmedBy !== undefined || wanted.get(cellKey(value)) !== value.value) return value
    const item = form.items.find(({ code }) => code === value.item)
    names.push(`${item === undefined ? value.item : cellName(item, value.period, form.period)}${value.value}`)
    return { ...value, origin: { ...value.origin, confirmedBy: member.personName } }
  })
  if (names.length === 0)
    return err({ code: 'transition-not-allowed', detail: '所选的数已经确认，或已被改过，请刷新后查看' })
  return ok({
    next: { ...state, values, enteredBy: withHand(state, member), updatedAt: now },
    fact: {
      type: 'PrefilledConfirmed',
      details: { count: `${names.length}项`, items: names.slice(0, NAMED).join('、') },
    },
  })
}

/** A timeline is read by people; the fact's state holds them all. */
const NAMED = 10
