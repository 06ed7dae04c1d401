import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead, CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitCycleAction } from './cycleTransitions.ts'

export interface WindowException {
  readonly subjects: readonly string[]
  readonly dueOn: PlainDate
  readonly reason: string
}

/** So many names are said in the timeline; the forms themselves say the rest. */
const NAMED = 5

/** 单独延期: more time for some units, with the reason on record in the cycle and in each of their forms. `subjects`: those of them that it assesses. */
export function extendWindows(
  state: CycleHead,
  { subjects: wanted, dueOn, reason }: WindowException,
  subjects: readonly CycleSubject[],
  member: Membership,
  now: string,
): Result<Decision<CycleHead, 'WindowsExtended'>, Problem> {
  const permitted = permitCycleAction(state, 'extend', member)
  if (!permitted.ok) return permitted
  const known = new Set<string>(subjects.map(({ code }) => code))
  const unknown = wanted.findIndex((code) => !known.has(code))
  if (unknown !== -1)
    return err({
      code: 'invalid-input',
      detail: `“${wanted[unknown]}”不在本周期的被考评单位中`,
      pointer: `/subjects/${unknown}`,
    })
  const without = subjects.find(({ submissionId }) => submissionId === undefined)
  if (without !== undefined)
    return err({ code: 'invalid-input', detail: `${without.name}无需填报，不必延期`, pointer: '/subjects' })
  if (dueOn <= state.dueOn)
    return err({
      code: 'invalid-input',
      detail: `填报截止日为${dayText(state.dueOn)}，单独延期只能到更晚的日期`,
      pointer: '/dueOn',
    })
  const names = subjects.map(({ name }) => name)
  return ok({
    next: { ...state, updatedAt: now },
    fact: {
      type: 'WindowsExtended',
      details: {
        units: `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? `等${names.length}个` : ''}`,
        dueOn: dayText(dueOn),
        reason,
      },
    },
  })
}
