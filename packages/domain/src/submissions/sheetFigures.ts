import type { SheetFigure } from '@anjie/contracts/vocabulary/cycles/sheetFigure'
import type { FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from './cellKey.ts'
import type { FormCell } from './form.ts'
import { settledValues } from './settledValues.ts'

/** 一张表上的数据: the figures of one subject as settled, by the columns of the sheet. Nought, 未报 and 不适用 stay apart, and a blank stays blank. */
export function sheetFigures(
  columns: readonly FormCell[],
  state: Pick<Submission, 'values' | 'remarks'>,
): readonly SheetFigure[] {
  const settled = new Map(settledValues(state).map((value) => [cellKey(value), value]))
  const reported = new Map(state.values.map((value) => [cellKey(value), value]))
  return columns.flatMap(({ item, period }, column): SheetFigure[] => {
    const key = cellKey({ item: item.code, period })
    const value = settled.get(key)
    if (value === undefined) return []
    const [is, was] = [figureOf(value), figureOf(reported.get(key))]
    return [
      {
        column,
        status: value.status,
        ...(is === undefined ? {} : { value: is }),
        ...(was === undefined || was === is ? {} : { reported: was }),
        ...(value.note === undefined ? {} : { note: value.note }),
      },
    ]
  })
}

const figureOf = (value: FormValue | undefined) => (value?.status === 'reported' ? value.value : undefined)
