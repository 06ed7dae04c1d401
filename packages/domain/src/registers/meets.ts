import type { RegisterColumn } from '@anjie/contracts/vocabulary/registers/register'
import type { RegisterRow, RowCondition, RowFilter } from '@anjie/contracts/vocabulary/registers/registerRow'
import { Decimal, textKey } from '@anjie/kernel'

/** Does a row meet every condition, and was it there on that day? Figures compare exactly; a missing cell meets `missing` and nothing else. */
export const meetsFilter = (
  row: Pick<RegisterRow, 'cells' | 'names' | 'from' | 'until'>,
  { conditions, on }: RowFilter,
  columns: readonly RegisterColumn[],
): boolean => (on === undefined || wasThere(row, on)) && conditions.every((condition) => meets(row, condition, columns))

/** 起止日 belong to it; without one it has no such end. */
export const wasThere = ({ from, until }: Pick<RegisterRow, 'from' | 'until'>, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until)

function meets(
  { cells, names }: Pick<RegisterRow, 'cells' | 'names'>,
  condition: RowCondition,
  columns: readonly RegisterColumn[],
): boolean {
  const cell = cells[condition.column]
  if (condition.is === 'missing') return cell === undefined
  if (cell === undefined) return false
  if (condition.is === 'filled') return true
  if (condition.is === 'one-of') return condition.values.includes(cell)
  if (condition.is === 'contains') return textKey(names?.[condition.column] ?? cell).includes(textKey(condition.text))
  const { value } = condition
  const type = columns.find(({ code }) => code === condition.column)?.type
  const isFigure = type === 'integer' || type === 'decimal'
  const order = isFigure ? new Decimal(cell).comparedTo(value) : cell < value ? -1 : cell > value ? 1 : 0
  return condition.is === 'least' ? order >= 0 : order <= 0
}

/** Does any of the cells that people read hold this text? */
export function holdsText(
  { cells, names }: Pick<RegisterRow, 'cells' | 'names'>,
  columns: readonly RegisterColumn[],
  text: string,
): boolean {
  const key = textKey(text)
  return columns.some(({ code, choices }) => {
    const cell = cells[code]
    if (cell === undefined) return false
    const shown = names?.[code] ?? choices?.find((each) => each.code === cell)?.name ?? cell
    return textKey(shown).includes(key)
  })
}
