import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ItemCheck, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { cyclePeriod } from '@anjie/domain/cycles/cyclePeriod'
import { itemValuesOf, scoredValuesOf } from '@anjie/domain/league-tables/itemValues'
import { Figures } from '@anjie/domain/scoring/figures'
import type { BelowSum } from '@anjie/domain/scoring/relations/index'
import { sumsOf } from '@anjie/domain/submissions/belowSums'
import { looksBelow } from '@anjie/domain/submissions/crossChecks'
import type { Form } from '@anjie/domain/submissions/form'
import { Decimal } from '@anjie/kernel'
import { assessmentRows } from '../cycles/assessmentRows.ts'
import { formIds } from '../cycles/formIds.ts'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import type { QueryContext } from '../ports.ts'
import type { FormOfCycle } from './formOfCycle.ts'

type BelowCheck = Extract<ItemCheck, { kind: 'below-sum' }>

/**
 * 下级合计 by the number of the check. While the county fills in, of what its units have handed in until now; once the form is
 * handed in, as it was then: those above do not read the forms below.
 */
export async function findBelowSums(
  context: Pick<QueryContext, 'store' | 'scope'>,
  { record, cycle, form }: FormOfCycle & { readonly form: Form },
): Promise<ReadonlyMap<number, BelowSum>> {
  const { state } = record
  if (!looksBelow(form) || state.subject !== undefined) return new Map()
  if (state.status !== 'draft') return sumsOf(state.belowSums)
  const checks = form.checks.flatMap((check, index) => (check.kind === 'below-sum' ? [{ check, index }] : []))
  const kinds = new Set(checks.map(({ check }) => check.subjectKind))
  const found = await Promise.all(
    [...kinds].map(async (kind) => [kind, await formsBelow(context, cycle, state.county, kind)] as const),
  )
  const below = new Map(found)
  return new Map(
    checks.flatMap(({ check, index }) => {
      const of = below
        .get(check.subjectKind)
        ?.find(({ scheme }) => scheme.items.some(({ code }) => code === check.itemBelow))
      return of === undefined ? [] : [[index, sumOf(of, check)] as const]
    }),
  )
}

interface FormsBelow {
  readonly cycle: CycleHead
  readonly scheme: Scheme
  readonly units: readonly { readonly name: string; readonly form: Submission | undefined }[]
}

/** The forms of a county's units of a kind over the same stretch of time, those of the newest cycle first. */
async function formsBelow(
  context: Pick<QueryContext, 'store' | 'scope'>,
  { dataFrom, dataTo }: CycleHead,
  county: string,
  kind: CycleHead['subjectKind'],
): Promise<readonly FormsBelow[]> {
  const { store } = context
  const rows = (await assessmentRows(context, 'cycle')).map(({ row }) => row)
  const ofKind = rows.filter(({ status, fields }) => status !== 'planned' && fields.subjectKind === kind)
  const cycles = await store.getMany(
    'cycle',
    ofKind.map(({ id }) => id),
  )
  const same = [...cycles.values()]
    .map(({ state }) => state)
    .filter((other) => other.dataFrom === dataFrom && other.dataTo === dataTo && other.divisions.includes(county))
    .toSorted((one, other) => (one.id.slice(-26) < other.id.slice(-26) ? 1 : -1))
  return Promise.all(
    same.map(async (cycle) => {
      const own = (await subjectsOf(store, cycle)).filter(({ code }) => code.startsWith(`${county}.`))
      const [scheme, forms] = await Promise.all([
        store.rules(cycle.schemeId),
        store.getMany('submission', formIds(own)),
      ])
      if (scheme === undefined) throw new Error(`scheme ${cycle.schemeId} of cycle ${cycle.id} is not there`)
      return {
        cycle,
        scheme,
        units: own.map(({ name, submissionId }) => ({
          name,
          form: submissionId === undefined ? undefined : forms.get(submissionId)?.state,
        })),
      }
    }),
  )
}

function sumOf({ cycle, scheme, units }: FormsBelow, { itemBelow }: BelowCheck): BelowSum {
  const period = cyclePeriod(scheme.cycle, cycle)
  const figures = units.map(({ name, form }) => {
    // What is still being written counts for nothing yet.
    if (form === undefined || form.status === 'draft' || form.status === 'called-back') return { name, value: null }
    const subject = { code: 'unit', name, group: '' }
    const values = itemValuesOf(subject.code, scoredValuesOf(form))
    const cell = new Figures(scheme.items, [subject], values, period, new Map()).subject(subject.code)?.cell(itemBelow)
    return { name, value: cell?.status === 'reported' ? cell.value : null }
  })
  const known = figures.flatMap(({ value }) => (value === null ? [] : [value]))
  return {
    cycleName: cycle.name,
    units: units.length,
    sum: known.length === 0 ? null : known.reduce((sum, value) => sum.plus(value), new Decimal(0)),
    open: figures.filter(({ value }) => value === null).map(({ name }) => name),
  }
}
