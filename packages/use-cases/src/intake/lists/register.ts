import type { StagedRow } from '@anjie/contracts/vocabulary/intake/importBatch'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import {
  type Register,
  type RegisterColumn,
  RegisterId,
  RegisterPeriod,
} from '@anjie/contracts/vocabulary/registers/register'
import {
  Cells,
  Holder,
  type RegisterRef,
  type RegisterRow,
  RowId,
} from '@anjie/contracts/vocabulary/registers/registerRow'
import { planRegisterRow } from '@anjie/domain/intake/planRegisterRow'
import { REGISTER_FIELDS, registerForm, registerRowValues } from '@anjie/domain/intake/registerForm'
import { columnsSeenBy } from '@anjie/domain/registers/columnsSeen'
import { periodName } from '@anjie/domain/registers/periods'
import type { KnownUnits } from '@anjie/domain/registers/readCell'
import { keyTextOf } from '@anjie/domain/registers/readRow'
import { err, ok, type Result, textKey } from '@anjie/kernel'
import { z } from 'zod'
import { findRecord, notFound } from '../../findRecord.ts'
import type { CommandContext, CommandOutcome, QueryContext } from '../../ports.ts'
import { knownUnits } from '../../registers/knownUnits.ts'
import { readRegister } from '../../registers/readRegister.ts'
import { mayFill, refOf } from '../../registers/registerRef.ts'
import { closedFault } from '../../registers/writeRows.ts'
import { groupedImportList, type RowPlan } from './importList.ts'

const days = { from: PlainDate.optional(), until: PlainDate.optional() }
const Step = z.object({
  registerId: RegisterId,
  holder: Holder,
  period: RegisterPeriod,
  /** Of a row that is there: it as it was seen, and what stood in the cells that are changed. */
  there: z.object({ row: RowId, version: z.int(), was: Cells, ...days }).optional(),
  cells: Cells,
  ...days,
})
type Step = z.infer<typeof Step>

/** What a template may weigh: an answer of the API has its limit. */
const MOST_CHARACTERS = 3_000_000

/** 台账: one row a row of one register and period. Rows of one holder are saved together, each answered by itself. */
export const register = groupedImportList<Step>({
  step: Step,

  sheet: async (context, target) => {
    const found = await findRows(context, target)
    if (!found.ok) return found
    const { definition, ref, columns, ofUnits, rows } = found.value
    const title = `${definition.name}（${periodName(ref.period)}）`
    const names = ofUnits ? await holderNames(context, rows) : new Map<string, string>()
    const shown: StagedRow['values'][] = []
    let characters = 0
    for (const row of rows) {
      const values = registerRowValues(columns, row, names.get(row.holder))
      characters += JSON.stringify(values).length
      if (characters > MOST_CHARACTERS) break
      shown.push(values)
    }
    const notes =
      shown.length < rows.length ? [`现有 ${rows.length} 行，模板带了前 ${shown.length} 行；其余的行不受影响。`] : []
    return ok({
      about: title,
      form: registerForm(definition, columns, { title, ofUnits, notes }),
      rows: shown.map((values) => ({ values })),
      given: [REGISTER_FIELDS.row, ...(ofUnits ? [REGISTER_FIELDS.holder] : [])],
      defaults: [],
    })
  },

  plan: async (context, { target, rows: staged }) => {
    const found = await findRows(context, target)
    if (!found.ok) return found
    const { id, definition, ref, columns, ofUnits, rows } = found.value
    const texts = staged.map(({ values }) => ({
      cells: Object.fromEntries(
        values.flatMap(([field, value]) =>
          typeof value === 'string' ? [[field.replace(/^col-/, ''), value] as const] : [],
        ),
      ),
    }))
    const units = await knownUnits(context, ofUnits ? [...columns, HOLDER_COLUMN] : columns, texts)
    const keyColumns = columns.filter(({ code }) => definition.key.includes(code))
    const byId = new Map<string, RegisterRow>(rows.map((row) => [row.id, row]))
    const byKey = new Map(rows.flatMap((row) => keyed(definition, row.cells, row)))
    const seen = new Map<string, number>()
    const alike = definition.key.length > 0 ? undefined : rowsByContent(rows)
    return ok(
      staged.map(({ row: number, values }): RowPlan<Step> => {
        const row = new Map(values)
        const called = String(values.find(([field]) => field.startsWith('col-'))?.[1] ?? '')
        const refuse = (faults: readonly { readonly field?: string; readonly message: string }[]): RowPlan<Step> => ({
          effect: 'refused',
          title: called,
          faults,
        })
        const named = row.get(REGISTER_FIELDS.row)
        const byNumber = typeof named === 'string' ? byId.get(named) : undefined
        if (named !== undefined && byNumber === undefined)
          return refuse([
            { field: REGISTER_FIELDS.row, message: '本期没有这个编号的行，或已撤销；要新增的请把编号留空' },
          ])
        const byItsKey = planRegisterRow(definition, keyColumns, row, undefined, units)
        const keyText = 'content' in byItsKey ? keyTextOf(definition, byItsKey.content.cells) : undefined
        const before = byNumber ?? (keyText === undefined ? undefined : byKey.get(keyText))
        const plan = planRegisterRow(definition, columns, row, before, units)
        if ('faults' in plan) return refuse(plan.faults)
        const mark = before === undefined ? keyText : before.id
        const twin = mark === undefined ? undefined : seen.get(mark)
        if (twin !== undefined) return refuse([{ message: `与第 ${twin} 行是同一项；请只留一行` }])
        if (mark !== undefined) seen.set(mark, number)
        const { title, changes, cells, was, content } = plan
        if (changes.length === 0) return { effect: 'same', title }
        const holder = before === undefined ? holderNamed(row, ref, ofUnits, definition, units) : ok(before.holder)
        if (!holder.ok) return refuse([{ field: REGISTER_FIELDS.holder, message: holder.error }])
        // Rows without a key may be alike; one that says what a row says already is that row, so that the same file adds nothing.
        if (before === undefined && alike?.get(contentKey(holder.value, content))?.pop() !== undefined)
          return { effect: 'same', title }
        return {
          effect: before === undefined ? 'new' : 'changed',
          title,
          changes,
          stage: 0,
          step: {
            registerId: id,
            holder: holder.value,
            period: ref.period,
            ...(before === undefined
              ? {}
              : { there: { row: before.id, version: before.version, was, ...daysOf(before) } }),
            cells,
            ...daysOf(content),
          },
        }
      }),
    )
  },

  groupOf: ({ holder }) => holder,

  apply: async (context, steps, { idempotencyKey }) => {
    const [first] = steps
    if (first === undefined) return []
    const { registerId, holder, period } = first
    const rows = steps.map(({ there, cells, from, until }) => ({
      ...(there === undefined ? {} : { row: there.row, version: there.version }),
      cells,
      ...daysOf({ from, until }),
    }))
    const saved = await context.carryOut(
      'saveRegisterRows',
      { params: { registerId }, query: {}, body: { holder, period, rows } },
      { idempotencyKey },
    )
    if (!saved.ok) return steps.map(() => saved)
    const told = Results.safeParse(saved.value.once?.['results'])
    if (told.success) return told.data.map(outcomeOf)
    // Carried out by a call that died before it could say what came of each: the rows themselves say it.
    return rowsThatHold(context, steps)
  },

  putBack: async (context, step, applied, { idempotencyKey, reason }) => {
    const { registerId, holder, period, there } = step
    const of = { params: { registerId }, query: {} } as const
    const row = RowId.parse(applied.id)
    if (there === undefined)
      return named(
        await context.carryOut(
          'removeRegisterRows',
          {
            ...of,
            body: {
              holder,
              period,
              rows: [{ row, version: applied.version }],
              reason: reason.replace(/\s+/g, ' ').slice(0, 200),
            },
          },
          { idempotencyKey },
        ),
        { id: row, version: applied.version + 1 },
      )
    if (
      (step.from !== undefined && there.from === undefined) ||
      (step.until !== undefined && there.until === undefined)
    )
      return err({ code: 'transition-not-allowed', detail: '导入时填上的起止日不能清空；请在台账页改成正确的日子' })
    const saved = await context.carryOut(
      'saveRegisterRows',
      {
        ...of,
        body: { holder, period, rows: [{ row, version: applied.version, cells: there.was, ...daysOf(there) }] },
      },
      { idempotencyKey },
    )
    if (!saved.ok) return saved
    const [told] = Results.safeParse(saved.value.once?.['results']).data ?? []
    return told === undefined ? named(saved, { id: row, version: applied.version + 1 }) : outcomeOf(told)
  },
})

const Results = z.array(
  z.object({
    row: RowId.optional(),
    version: z.int().optional(),
    result: z.enum(['saved', 'unchanged', 'refused']),
    faults: z.array(z.object({ detail: z.string() })).optional(),
  }),
)

function outcomeOf({
  row,
  version,
  result,
  faults = [],
}: z.infer<typeof Results>[number]): Result<CommandOutcome, Problem> {
  return row === undefined || version === undefined
    ? err({ code: 'value-invalid', detail: faults.map(({ detail }) => detail).join('；') })
    : ok({ id: row, version, status: result })
}

const named = (done: Result<CommandOutcome, Problem>, row: Pick<CommandOutcome, 'id' | 'version'>) =>
  done.ok ? ok({ ...done.value, ...row }) : done

const daysOf = ({
  from,
  until,
}: {
  readonly from?: PlainDate | undefined
  readonly until?: PlainDate | undefined
}) => ({
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
})

const keyed = <R>(definition: Register, cells: Cells, row: R): (readonly [string, R])[] => {
  const text = keyTextOf(definition, cells)
  return text === undefined ? [] : [[text, row] as const]
}

const contentKey = (holder: string, { cells, from, until }: Pick<RegisterRow, 'cells' | 'from' | 'until'>): string =>
  JSON.stringify([
    holder,
    from ?? '',
    until ?? '',
    ...Object.entries(cells).sort(([one], [other]) => (one < other ? -1 : 1)),
  ])

const rowsByContent = (rows: readonly RegisterRow[]): ReadonlyMap<string, RegisterRow[]> =>
  Map.groupBy(rows, (row) => contentKey(row.holder, row))

interface RowsFound {
  readonly id: RegisterId
  readonly definition: Register
  readonly ref: RegisterRef
  readonly columns: readonly RegisterColumn[]
  readonly ofUnits: boolean
  readonly rows: readonly RegisterRow[]
}

/** The register and period that a target names: `99.funds`, or `99.patrols@2026-Q3`. */
async function findRows(context: QueryContext, target = ''): Promise<Result<RowsFound, Problem>> {
  const [given, period] = target.split('@')
  const id = RegisterId.safeParse(given)
  if (!id.success) return err(notFound('register'))
  const record = await findRecord(context, 'register', id.data)
  if (!record.ok) return record
  const { state: definition } = record.value
  const closed = closedFault(definition)
  if (closed !== undefined) return err(closed)
  if (!mayFill(context.scope)) return err({ code: 'not-permitted', detail: '台账由县级和基层单位填报' })
  const ref = refOf(context, definition, period === undefined ? {} : { period })
  if (!ref.ok) return ref
  const reading = await readRegister(context.store, ref.value)
  return ok({
    id: id.data,
    definition,
    ref: ref.value,
    columns: columnsSeenBy(definition, context.scope.level).filter(({ ended }) => ended === undefined),
    ofUnits: definition.rowsOf === 'unit' && context.scope.level === 'county',
    rows: reading?.rows ?? [],
  })
}

const HOLDER_COLUMN: RegisterColumn = {
  code: 'holder' as RegisterColumn['code'],
  name: '填报单位',
  type: 'unit',
  required: false,
  seenBy: 'everybody',
}

/** Whose row a new one is: its own of whoever fills in, or the unit's that a county names. */
function holderNamed(
  row: ReadonlyMap<string, string | boolean>,
  ref: RegisterRef,
  ofUnits: boolean,
  { unitKinds = [] }: Register,
  units: KnownUnits,
): Result<Holder, string> {
  if (!ofUnits) return ok(Holder.parse(ref.holder))
  const written = row.get(REGISTER_FIELDS.holder)
  if (typeof written !== 'string') return err('新增的行要写是哪个单位的')
  const fitting = (units.byName.get(textKey(written)) ?? []).filter(({ kind }) =>
    unitKinds.some((each) => each === kind),
  )
  const [unit, second] = fitting
  if (unit === undefined) return err(`本县没有填报这份台账的单位“${written}”；请核对名称或先登记单位`)
  return second === undefined
    ? ok(Holder.parse(unit.id))
    : err(`有${fitting.length}个单位叫“${written}”；请在台账页填写`)
}

async function holderNames(
  { store }: Pick<QueryContext, 'store'>,
  rows: readonly RegisterRow[],
): Promise<ReadonlyMap<string, string>> {
  const units = await store.getMany('unit', [...new Set(rows.map(({ holder }) => holder))])
  return new Map([...units].map(([id, { state }]) => [id, state.name]))
}

/** Rows that hold what these steps say, each taken for one step. */
async function rowsThatHold(
  context: CommandContext,
  steps: readonly Step[],
): Promise<Result<CommandOutcome, Problem>[]> {
  const [first] = steps
  const target = first === undefined ? '' : `${first.registerId}@${first.period}`
  const all = await findRows(context, target)
  if (!all.ok) return steps.map(() => all)
  const open = new Map(all.value.rows.map((row) => [row.id as string, row]))
  const holds = (step: Step, row: RegisterRow): boolean =>
    row.holder === step.holder &&
    Object.entries(step.cells).every(([code, cell]) => (row.cells[code] ?? '') === cell) &&
    row.from === (step.from ?? row.from) &&
    row.until === (step.until ?? row.until)
  return steps.map((step): Result<CommandOutcome, Problem> => {
    const row =
      step.there === undefined
        ? [...open.values()].toReversed().find((each) => each.version === 1 && holds(step, each))
        : open.get(step.there.row)
    if (row === undefined || !holds(step, row))
      return err({ code: 'value-invalid', detail: '没有办成；请重新核对这一行' })
    open.delete(row.id)
    return ok({ id: row.id, version: row.version, status: 'saved' })
  })
}
