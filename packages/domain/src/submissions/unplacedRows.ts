import type { LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'
import type { Counted } from '../counting/countRows.ts'
import type { CountedFormCell } from './countedCells.ts'
import type { Form } from './form.ts'

/** Rows of a whole that none of its parts counts: the centre that has no class. */
export interface Unplaced {
  readonly item: string
  readonly period: string
  readonly rows: readonly LedgerRow[]
}

/** 未归类的行, where the parts of a whole are counted from the same ledger as the whole itself. */
export function unplacedRows(
  { checks }: Pick<Form, 'checks'>,
  drawn: readonly { readonly cell: CountedFormCell; readonly counted: Counted }[],
): readonly Unplaced[] {
  const rowsOf = (item: string, period: string): readonly LedgerRow[] | undefined =>
    drawn.find(({ cell }) => cell.item.code === item && cell.period === period)?.counted.rows
  return checks.flatMap((check) => {
    if (check.kind !== 'parts-sum') return []
    return drawn.flatMap(({ cell: { item, period }, counted }): Unplaced[] => {
      const parts = item.code === check.whole ? check.parts.map((part) => rowsOf(part, period)) : []
      if (parts.length === 0 || parts.includes(undefined)) return []
      const placed = new Set(parts.flatMap((rows) => (rows ?? []).map(({ id }) => id)))
      const rows = counted.rows.filter(({ id }) => !placed.has(id))
      return rows.length === 0 ? [] : [{ item: item.code, period, rows }]
    })
  })
}

/** `综治中心总数：“东岭镇综治中心”等2行没有计入任何分项…` */
export const unplacedMessage = (
  name: string,
  ledger: string,
  { names, count }: { names: readonly string[]; count: number },
): string =>
  `${name}：${names.map((each) => `“${each}”`).join('、')}${count > names.length ? '等' : ''}${count}行没有计入任何一个分项，请在${ledger}中补填或更正`
