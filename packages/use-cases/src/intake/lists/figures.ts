import { periodText } from '@anjie/calendar-cn'
import type { CycleHead, CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import { CycleId, SubjectCode } from '@anjie/contracts/vocabulary/ids'
import type { StagedRow } from '@anjie/contracts/vocabulary/intake/importBatch'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { permitCycleAction } from '@anjie/domain/cycles/cycleTransitions'
import { ENTRY_WORDS, shownFigure, yearBefore } from '@anjie/domain/intake/entryForm'
import { figureField, figuresForm, MOST_FIGURES, SUBJECT_FIELD } from '@anjie/domain/intake/figuresForm'
import { matchSubjects } from '@anjie/domain/intake/matchSubjects'
import { planFiguresRow } from '@anjie/domain/intake/planFiguresRow'
import { isOwnAssessor, isSameAssessor } from '@anjie/domain/schemes/assessor'
import { cellKey } from '@anjie/domain/submissions/cellKey'
import { type Form, formOf } from '@anjie/domain/submissions/form'
import { err, ok, type Result } from '@anjie/kernel'
import { z } from 'zod'
import { assessmentRows } from '../../cycles/assessmentRows.ts'
import { subjectsOf } from '../../cycles/subjectsOf.ts'
import { findRecord, notFound } from '../../findRecord.ts'
import type { CommandContext, QueryContext } from '../../ports.ts'
import { commissionValuesId } from '../../submissions/commissionValuesId.ts'
import { backwards, CellChange, changesOf, valuesOver } from './cellChange.ts'
import { importList } from './importList.ts'

const Step = z.object({ cycleId: CycleId, subject: SubjectCode, cells: z.array(CellChange).min(1) })
type Step = z.infer<typeof Step>

/** 考评方数据: one row a subject, its figures beside each other. Each row is one entering of that subject's figures. */
export const figures = importList<Step>({
  step: Step,

  sheet: async (context, target) => {
    const found = await findFigures(context, target)
    if (!found.ok) return found
    const { cycle, form, subjects, kindName, entered } = found.value
    const about = `${cycle.name}考评方数据`
    const before = await figuresOfYearBefore(context, found.value)
    return ok({
      about,
      form: figuresForm(form, { title: about.slice(0, 60), subject: kindName, periodText }, Object.values(ENTRY_WORDS)),
      rows: subjects.map(({ code, name }) => {
        const lastYear = shownIn(form, before.get(code) ?? [], yearBefore)
        return {
          values: [[SUBJECT_FIELD, name], ...shownIn(form, entered.get(code) ?? [], (period) => period)],
          ...(lastYear.length === 0 ? {} : { lastYear }),
        }
      }),
      given: [SUBJECT_FIELD],
      defaults: [],
    })
  },

  plan: async (context, { target, rows }) => {
    const found = await findFigures(context, target)
    if (!found.ok) return found
    const { cycle, form, subjects, entered } = found.value
    const match = matchSubjects(subjects.map(({ code, name }) => ({ subject: code, name })))
    const seen = new Map<string, number>()
    return ok(
      rows.map((row) => {
        const values = new Map(row.values)
        const written = String(values.get(SUBJECT_FIELD) ?? '')
        const refuse = (faults: readonly { readonly field?: string; readonly message: string }[]) => ({
          effect: 'refused' as const,
          title: written,
          faults,
        })
        const subject = match(written)
        if (typeof subject === 'string') return refuse([{ field: SUBJECT_FIELD, message: subject }])
        const twin = seen.get(subject.subject)
        seen.set(subject.subject, row.row)
        if (twin !== undefined)
          return refuse([{ field: SUBJECT_FIELD, message: `与第 ${twin} 行是同一个单位；请只留一行` }])
        const there = entered.get(subject.subject) ?? []
        const plan = planFiguresRow(form, there, values)
        if ('faults' in plan) return refuse(plan.faults)
        const title = subject.name
        if (plan.cells.length === 0) return { effect: 'same' as const, title }
        return {
          effect: there.length === 0 ? ('new' as const) : ('changed' as const),
          title,
          changes: plan.changes,
          stage: 0,
          step: {
            cycleId: cycle.id,
            subject: SubjectCode.parse(subject.subject),
            cells: changesOf(there, plan.cells),
          },
        }
      }),
    )
  },

  apply: (context, { cells, ...of }, { idempotencyKey }) => enter(context, of, cells, idempotencyKey),

  putBack: (context, { cells, ...of }, _applied, { idempotencyKey }) =>
    enter(context, of, backwards(cells), idempotencyKey),
})

interface Figures {
  readonly cycle: CycleHead
  readonly form: Form
  readonly subjects: readonly CycleSubject[]
  readonly kindName: string
  /** By subject, as they stand. */
  readonly entered: ReadonlyMap<string, readonly FormValue[]>
}

async function findFigures(context: QueryContext, target: string | undefined): Promise<Result<Figures, Problem>> {
  const id = CycleId.safeParse(target)
  if (!id.success) return err(notFound('cycle'))
  const found = await findRecord(context, 'cycle', id.data)
  if (!found.ok) return found
  const { state: cycle } = found.value
  if (!isOwnAssessor(cycle, context.member)) return err(notFound('cycle'))
  const permitted = permitCycleAction(cycle, 'enter', context.member)
  if (!permitted.ok) return permitted
  const scheme = await context.store.rules(cycle.schemeId)
  if (scheme === undefined) return err(notFound('scheme'))
  const form = formOf(scheme, cycle, 'commission')
  const refuse = (detail: string) => err<Problem>({ code: 'import-refused', detail })
  if (form.cells.length === 0) return refuse(`“${cycle.name}”没有考评方填的数据`)
  if (form.cells.length > MOST_FIGURES)
    return refuse(`考评方数据有${form.cells.length}列，一张表最多${MOST_FIGURES}列；请在“考评方数据”页逐项填写`)
  const subjects = await subjectsOf(context.store, cycle)
  const entered = await figuresIn(context, cycle, subjects)
  return ok({ cycle, form, subjects, kindName: SUBJECT_KIND_NAMES[scheme.subjectKind], entered })
}

async function figuresIn({ store }: Pick<QueryContext, 'store'>, cycle: CycleHead, subjects: readonly CycleSubject[]) {
  const records = await store.getMany(
    'commission-values',
    subjects.map(({ code }) => commissionValuesId(cycle.id, code)),
  )
  return new Map(
    subjects.map(({ code }) => [code, records.get(commissionValuesId(cycle.id, code))?.state.values ?? []] as const),
  )
}

/** What the same commission entered for the same part of the year before; an item that is measured otherwise today is left out. */
async function figuresOfYearBefore(
  context: QueryContext,
  { cycle, form, subjects }: Figures,
): Promise<ReadonlyMap<string, readonly FormValue[]>> {
  const { store } = context
  const rows = (await assessmentRows(context, 'cycle')).filter(({ own, row }) => own && row.status !== 'planned')
  const others = await store.getMany(
    'cycle',
    rows.map(({ row }) => row.id).filter((id) => id !== cycle.id),
  )
  const wanted = yearBefore(form.period)
  for (const { state: other } of others.values()) {
    if (!isSameAssessor(other, cycle) || other.subjectKind !== cycle.subjectKind || other.year !== cycle.year - 1)
      continue
    const scheme = await store.rules(other.schemeId)
    if (scheme === undefined) continue
    const then = formOf(scheme, other, 'commission')
    if (then.period !== wanted) continue
    const units = new Map(form.cells.map(({ item }) => [item.code, item.unit]))
    const isAlike = new Set(
      then.cells.filter(({ item }) => units.get(item.code) === item.unit).map(({ item }) => item.code),
    )
    const entered = await figuresIn(context, other, subjects)
    return new Map([...entered].map(([code, values]) => [code, values.filter(({ item }) => isAlike.has(item))]))
  }
  return new Map()
}

function shownIn(form: Form, values: readonly FormValue[], asOf: (period: string) => string): StagedRow['values'] {
  const known = new Map(values.map((value) => [cellKey(value), value]))
  return form.cells.flatMap(({ item, period }, at) => {
    const text = shownFigure(known.get(cellKey({ item: item.code, period: asOf(period) })))
    return text === undefined ? [] : [[figureField(at), text] as [string, string]]
  })
}

/** One entering of these cells into the subject's figures as they stand now. */
async function enter(
  context: CommandContext,
  { cycleId, subject }: Pick<Step, 'cycleId' | 'subject'>,
  cells: readonly CellChange[],
  idempotencyKey: string,
) {
  const before = await context.store.get('commission-values', commissionValuesId(cycleId, subject))
  const over = valuesOver(before?.state.values ?? [], cells)
  if (!over.ok) return over
  return context.carryOut(
    'enterCommissionValues',
    { params: { cycleId, subject }, query: {}, body: { values: over.value.values } },
    { idempotencyKey, ifMatch: before?.version ?? 0 },
  )
}
