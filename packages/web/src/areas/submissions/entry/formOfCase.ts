import type { Form } from '@anjie/domain/submissions/form'
import type { SubmissionCase } from './submissionCase.ts'

/** The form as the domain's checks take it, out of what the page was told: nothing is worked out a second time. */
export function formOfCase({ form, items }: Pick<SubmissionCase, 'form' | 'items'>): Form {
  const byCode = new Map(items.map((item) => [item.code, item]))
  return {
    period: form.period,
    cells: form.cells.flatMap(({ item, period, required }) => {
      const known = byCode.get(item)
      return known === undefined ? [] : [{ item: known, period, required }]
    }),
    items,
    checks: form.checks,
  }
}
