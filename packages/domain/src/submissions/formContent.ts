import type { FormContent } from '@anjie/contracts/vocabulary/cycles/progressRow'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { Decimal } from '@anjie/kernel'

/** 内容 of a form, counted. A figure that was taken over and that nobody has confirmed is not the unit's word yet. */
export function formContent(values: readonly FormValue[]): FormContent {
  const reported = values.filter(
    (value) => value.status === 'reported' && !(value.origin !== undefined && value.origin.confirmedBy === undefined),
  )
  return {
    reported: reported.length,
    nonZero: reported.filter((value) => value.status === 'reported' && !new Decimal(value.value).isZero()).length,
    missing: values.filter(({ status }) => status === 'missing').length,
    notApplicable: values.filter(({ status }) => status === 'not-applicable').length,
  }
}

/** 有内容: at least one figure that is not nought. */
export const hasContent = ({ nonZero }: FormContent): boolean => nonZero > 0
