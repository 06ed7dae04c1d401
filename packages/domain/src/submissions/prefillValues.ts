import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { shiftYears } from '../scoring/periods.ts'
import { cellKey } from './cellKey.ts'
import type { Form } from './form.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'
import { valueFault } from './valueFault.ts'
import { withHand } from './withHand.ts'

/** A figure of the same unit that stands elsewhere: in a form of a year before, or in another of the same time. */
export interface FigureElsewhere {
  readonly kind: 'past' | 'form'
  readonly from: string
  readonly value: FormValue
}

/** 可带入的数: for each empty cell whose item allows it, the figure with its origin, not confirmed by anybody yet. */
export function prefillable(
  form: Form,
  values: readonly FormValue[],
  elsewhere: readonly FigureElsewhere[],
): readonly FormValue[] {
  const filled = new Set(values.map(cellKey))
  return form.cells.flatMap((cell): FormValue[] => {
    const { item, period } = cell
    if (
      item.prefill === undefined ||
      item.countedFrom !== undefined ||
      filled.has(cellKey({ item: item.code, period }))
    )
      return []
    const kinds = KINDS[item.prefill]
    for (const kind of kinds) {
      const wanted = kind === 'past' ? shiftYears(period, -1) : period
      const found = elsewhere.find(
        (each) => each.kind === kind && each.value.item === item.code && each.value.period === wanted,
      )
      if (found?.value.status !== 'reported') continue
      const value: FormValue = {
        item: item.code,
        period,
        status: 'reported',
        value: found.value.value,
        origin: { kind, from: found.from, period: wanted },
      }
      if (valueFault(item, value) === null) return [value]
    }
    return []
  })
}

const KINDS = {
  past: ['past'],
  form: ['form'],
  'form-or-past': ['form', 'past'],
} as const

/** 带入: puts what is known elsewhere into empty cells. Nothing that somebody typed is touched. */
export function prefillValues(
  state: Submission,
  elsewhere: readonly FigureElsewhere[],
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'ValuesPrefilled'>, Problem> {
  const permitted = permitSubmissionAction(state, 'save', member, setting)
  if (!permitted.ok) return permitted
  const taken = prefillable(setting.form, state.values, elsewhere)
  if (taken.length === 0)
    return err({
      code: 'transition-not-allowed',
      detail: '没有可以带入的数：允许带入的各格已有数值，或往期和其他表中没有数值',
    })
  const sources = [...new Set(taken.flatMap((value) => ('origin' in value && value.origin ? [value.origin.from] : [])))]
  return ok({
    next: { ...state, values: [...state.values, ...taken], enteredBy: withHand(state, member), updatedAt: now },
    fact: { type: 'ValuesPrefilled', details: { count: `${taken.length}项`, from: sources.join('、') } },
  })
}
