import type { FigureElsewhere } from '@anjie/domain/submissions/prefillValues'
import { assessmentRows } from '../cycles/assessmentRows.ts'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import type { QueryContext } from '../ports.ts'
import type { RuledForm } from './formOfCycle.ts'
import { findPastValues } from './pastValues.ts'

/**
 * 可带入的数 of the same unit: of earlier years, and of its other forms of today, where an item is the same one by code, name and
 * unit of measure. Looked for only where an item of the form may be filled so.
 */
export async function findFiguresElsewhere(
  context: Pick<QueryContext, 'store' | 'scope'>,
  found: RuledForm,
): Promise<readonly FigureElsewhere[]> {
  const allowed = found.form.cells.flatMap(({ item }) => item.prefill ?? [])
  const [forms, past] = await Promise.all([
    allowed.some((from) => from !== 'past') ? inOtherForms(context, found) : [],
    allowed.some((from) => from !== 'form') ? findPastValues(context, found) : [],
  ])
  return [
    ...forms,
    // The newest first: of several cycles of one year the last one stands.
    ...past.toReversed().map(({ cycleName, ...value }) => ({ kind: 'past' as const, from: cycleName, value })),
  ]
}

/** The same items in the unit's other forms of the same stretch of time. */
export async function inOtherForms(
  context: Pick<QueryContext, 'store' | 'scope'>,
  { record, cycle, scheme }: Omit<RuledForm, 'form'>,
): Promise<readonly FigureElsewhere[]> {
  const { store } = context
  const own = record.state.subject?.code ?? record.state.county
  const rows = (await assessmentRows(context, 'cycle')).map(({ row }) => row)
  const cycles = await store.getMany(
    'cycle',
    rows.filter(({ id, status }) => id !== cycle.id && status !== 'planned').map(({ id }) => id),
  )
  const others = [...cycles.values()]
    .map(({ state }) => state)
    .filter((other) => other.dataFrom <= cycle.dataTo && other.dataTo >= cycle.dataFrom)
    .filter((other) => other.subjectKind === cycle.subjectKind && other.divisions.includes(record.state.county))
  const found = await Promise.all(
    others.map(async (other): Promise<readonly FigureElsewhere[]> => {
      const subject = (await subjectsOf(store, other)).find(({ code }) => code === own)
      if (subject?.submissionId === undefined) return []
      const [form, rules] = await Promise.all([
        store.get('submission', subject.submissionId),
        store.rules(other.schemeId),
      ])
      if (form === undefined || rules === undefined || form.state.status === 'called-back') return []
      const same = new Set(
        rules.items
          .filter(({ code, name, unit }) =>
            scheme.items.some((item) => item.code === code && item.name === name && item.unit === unit),
          )
          .map(({ code }) => code),
      )
      return form.state.values
        .filter(({ item }) => same.has(item))
        .map((value) => ({ kind: 'form' as const, from: other.name, value }))
    }),
  )
  return found.flat()
}
