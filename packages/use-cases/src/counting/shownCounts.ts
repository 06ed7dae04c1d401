import type { getSubmission as operation } from '@anjie/contracts/operations/submissions'
import { type Drawing, drawingParts } from '@anjie/contracts/vocabulary/counting/drawing'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { countedWords, sourceName } from '@anjie/domain/counting/countedWords'
import { isPost } from '@anjie/domain/cycles/isPost'
import { cellKey } from '@anjie/domain/submissions/cellKey'
import { type CountedFormCell, countedCells, typedValues } from '@anjie/domain/submissions/countedCells'
import { drawnValue } from '@anjie/domain/submissions/drawing'
import type { Form } from '@anjie/domain/submissions/form'
import { beijingDay } from '@anjie/kernel'
import type { OutputOf } from '../input.ts'
import type { QueryContext } from '../ports.ts'
import { drawCounted, holderOf, unplacedOf, valuesDrawn } from './drawCounted.ts'
import { ledgerOf } from './ledgers/index.ts'

type ShownCount = OutputOf<typeof operation>['counted'][number]

interface ShownCounts {
  /** The form's values, of a form in work with what is counted at this moment. */
  readonly values: readonly FormValue[]
  readonly counted: readonly ShownCount[]
}

const keyOf = ({ item, period }: CountedFormCell): string => cellKey({ item: item.code, period })

const shown = (
  cell: CountedFormCell,
  rest: Pick<ShownCount, 'rows' | 'of' | 'drawing' | 'now' | 'unplaced'>,
): ShownCount => ({
  item: cell.item.code,
  period: cell.period,
  ledger: sourceName(cell.item.countedFrom),
  words: countedWords(cell.item.countedFrom),
  ...rest,
})

/** 台账取数 as a form shows it: in work as the ledgers stand, afterwards as it was frozen, with what is another by now. */
export async function shownCounts(context: QueryContext, state: Submission, form: Form): Promise<ShownCounts> {
  if (countedCells(form).length === 0) return { values: state.values, counted: [] }
  const { values, counted } = await (state.status === 'draft' ? inWork : frozen)(context, state, form)
  return { values, counted: await withoutHiddenNames(context, state, form, counted) }
}

/** Rows are named to whoever may see the column that names them. */
async function withoutHiddenNames(
  { store, scope }: QueryContext,
  state: Submission,
  form: Form,
  counted: readonly ShownCount[],
): Promise<readonly ShownCount[]> {
  const cells = new Map(countedCells(form).map((cell) => [keyOf(cell), cell]))
  return Promise.all(
    counted.map(async (shownCell) => {
      const source = cells.get(cellKey(shownCell))?.item.countedFrom.source
      if (shownCell.unplaced === undefined || source === undefined) return shownCell
      const isNamed = await ledgerOf(source).isTitleSeen(store, provinceCodeOf(state.county), source, scope.level)
      return isNamed ? shownCell : { ...shownCell, unplaced: { ...shownCell.unplaced, names: [] } }
    }),
  )
}

async function inWork(
  { store, now }: Pick<QueryContext, 'store' | 'now'>,
  state: Submission,
  form: Form,
): Promise<ShownCounts> {
  const drawn = await drawCounted(store, state, form, beijingDay(now))
  return {
    values: [...typedValues(form, state.values), ...valuesDrawn(drawn)],
    counted: drawn.flatMap((ledger) =>
      ledger.cells.map(({ cell, counted: { rows, base } }) =>
        shown(cell, {
          rows: rows.length,
          ...(base === undefined ? {} : { of: base.length }),
          ...unplacedOf(form, ledger, cell),
        }),
      ),
    ),
  }
}

/** What a post's figures are counted from lies beyond its unit's reach, so nobody counts it anew there. */
async function frozen(
  { store, scope }: Pick<QueryContext, 'store' | 'scope'>,
  state: Submission,
  form: Form,
): Promise<ShownCounts> {
  const kept = new Map(state.counted?.map((cell) => [cellKey(cell), cell]))
  const values = new Map(state.values.map((value) => [cellKey(value), value]))
  const ids = [...new Set(state.counted?.map(({ drawing }) => drawing))]
  const drawings = await Promise.all(ids.map((id) => store.getPart('submission', state.id, drawingParts.drawing(id))))
  const today =
    scope.level === 'unit' && isPost(state.subject?.code)
      ? new Map<string, FormValue>()
      : await changedSince(store, state, form, drawings)
  const drawn = new Map(drawings.flatMap((drawing) => drawing?.cells.map((own) => [cellKey(own), own] as const) ?? []))
  return {
    values: state.values,
    counted: countedCells(form).map((cell) => {
      const { rows = 0, drawing } = kept.get(keyOf(cell)) ?? {}
      const { of, unplaced } = drawn.get(keyOf(cell)) ?? {}
      const [was, is] = [values.get(keyOf(cell)), today.get(keyOf(cell))]
      return shown(cell, {
        rows,
        ...(of === undefined ? {} : { of }),
        ...(unplaced === undefined ? {} : { unplaced }),
        ...(drawing === undefined ? {} : { drawing }),
        ...(is === undefined || isSameFigure(was, is) ? {} : { now: figureOf(is) }),
      })
    }),
  }
}

const figureOf = (value: FormValue): NonNullable<ShownCount['now']> => ({
  status: value.status,
  ...(value.status === 'reported' ? { value: value.value } : {}),
  ...(value.note === undefined ? {} : { note: value.note }),
})

const isSameFigure = (one: FormValue | undefined, other: FormValue): boolean =>
  one?.status === other.status &&
  (one.status === 'reported' ? one.value : '') === (other.status === 'reported' ? other.value : '')

/** Figures as they are counted today, where anything in their ledgers was changed since; on the day of then, or a year that ends would change every figure. */
async function changedSince(
  store: QueryContext['store'],
  state: Submission,
  form: Form,
  drawings: readonly (Drawing | undefined)[],
): Promise<ReadonlyMap<string, FormValue>> {
  const changed = await Promise.all(
    drawings.map(async (drawing) => {
      if (drawing === undefined) return []
      const periods = [...new Set(drawing.cells.map(({ period }) => period))]
      const mark = await ledgerOf(drawing.source).markOf(store, drawing.source, holderOf(state), periods, drawing.day)
      if (mark === drawing.mark) return []
      const own = new Set(drawing.cells.map(cellKey))
      const cells = form.cells.filter(({ item, period }) => own.has(cellKey({ item: item.code, period })))
      const drawn = await drawCounted(store, state, { cells }, drawing.day)
      return drawn.flatMap((ledger) =>
        ledger.cells.map(({ cell, counted }) => [keyOf(cell), drawnValue(cell, counted)] as const),
      )
    }),
  )
  return new Map(changed.flat())
}
