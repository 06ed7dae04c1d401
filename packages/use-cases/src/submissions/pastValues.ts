import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { scoredValuesOf } from '@anjie/domain/league-tables/itemValues'
import { isSameAssessor } from '@anjie/domain/schemes/assessor'
import type { Form } from '@anjie/domain/submissions/form'
import { isSubmissionVisibleTo } from '@anjie/domain/submissions/submissionVisibility'
import { assessmentRows } from '../cycles/assessmentRows.ts'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import type { QueryContext } from '../ports.ts'
import type { FormOfCycle } from './formOfCycle.ts'

/** A year of months, or twelve years: what somebody looks back on. */
const MOST_CYCLES = 12

export type PastValue = FormValue & { readonly cycleName: string }

/**
 * What the same subject filled in before, in forms that the caller may see now. An item whose unit is another today is left out:
 * figures in 件 and in % do not stand in one line.
 */
export async function findPastValues(
  context: Pick<QueryContext, 'store' | 'scope'>,
  { record, cycle, form }: FormOfCycle & { readonly form: Form },
): Promise<readonly PastValue[]> {
  const { store, scope } = context
  const subject = record.state.subject?.code ?? record.state.county
  const rows = (await assessmentRows(context, 'cycle')).map(({ row }) => row)
  const cycles = await store.getMany(
    'cycle',
    rows.filter((row) => row.status !== 'planned' && row.id !== cycle.id).map((row) => row.id),
  )
  const before = [...cycles.values()]
    .map(({ state }) => state)
    .filter((other) => isSameAssessor(other, cycle) && other.dataTo < cycle.dataTo)
    .filter((other) => other.subjectKind === cycle.subjectKind && other.divisions.includes(record.state.county))
    .toSorted((one, other) => (one.dataTo < other.dataTo ? -1 : 1))
    .slice(-MOST_CYCLES)
  const earlier = (
    await Promise.all(
      before.map(async (other) => {
        const own = (await subjectsOf(store, other)).find(({ code }) => code === subject)
        return own?.submissionId === undefined ? [] : [{ ...other, submissionId: own.submissionId }]
      }),
    )
  ).flat()
  const [forms, schemes] = await Promise.all([
    store.getMany(
      'submission',
      earlier.map(({ submissionId }) => submissionId),
    ),
    store.getMany('scheme', [...new Set(earlier.map(({ schemeId }) => schemeId))]),
  ])
  const units = new Map(form.cells.map(({ item }) => [item.code, item.unit]))
  return earlier.flatMap(({ submissionId, schemeId, name }) => {
    const past = forms.get(submissionId)?.state
    if (past === undefined || !isSubmissionVisibleTo(scope.level, past)) return []
    const then = new Map(schemes.get(schemeId)?.state.scheme.items.map((item) => [item.code, item.unit]))
    return scoredValuesOf(past)
      .filter(({ item }) => units.has(item) && units.get(item) === then.get(item))
      .map((value) => ({ ...value, cycleName: name }))
  })
}
