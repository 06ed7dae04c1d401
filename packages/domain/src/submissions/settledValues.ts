import type { CellRemark, FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from './cellKey.ts'

/** The 核定值 that the reporter agreed to, for as long as the reported figure is the one that it was set against. */
const agreedFor = (remarks: readonly CellRemark[], value: FormValue): CellRemark | undefined =>
  remarks.find(
    (remark) =>
      remark.state === 'agreed' &&
      cellKey(remark) === cellKey(value) &&
      remark.reported === (value.status === 'reported' ? value.value : null),
  )

/**
 * 核定后的数据: what a level passes and what the scores are worked out from. Reported figures with the verified value in their place
 * where both sides agreed on it; the reported one stays in the form beside it.
 */
export function settledValues({ values, remarks = [] }: Pick<Submission, 'values' | 'remarks'>): FormValue[] {
  return values.map((value) => {
    const agreed = agreedFor(remarks, value)
    if (agreed?.verified === undefined) return value
    const { item, period, note } = value
    return { item, period, status: 'reported', value: agreed.verified, ...(note === undefined ? {} : { note }) }
  })
}
