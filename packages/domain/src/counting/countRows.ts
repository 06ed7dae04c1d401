import type { CountCondition, CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import {
  type LedgerOutline,
  type LedgerRow,
  type LedgerState,
  STANDING,
} from '@anjie/contracts/vocabulary/counting/ledger'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal, plainText, roundDecimal } from '@anjie/kernel'
import { isWithin } from '../scoring/periods.ts'
import { lastDayOf } from './lastDayOf.ts'
import { isFigure, meets } from './meets.ts'

/** One reading of a ledger: what is counted from it and what is frozen with the figure is this and nothing read later. */
export interface LedgerReading extends LedgerOutline {
  /** By period, `standing` where there are none. */
  readonly states: Readonly<Record<string, LedgerState>>
  readonly rows: readonly LedgerRow[]
}

/** An item that is counted. */
export type CountedItem = Pick<DataItem, 'name' | 'unit' | 'digits'> & { readonly countedFrom: CountedFrom }

/** Decimal places of a share whose item states none. */
export const SHARE_DIGITS = 6

/** 取数结果: a figure or why there is none, with the rows that it stands for. */
export interface Counted {
  readonly figure:
    | { readonly status: 'reported'; readonly value: string }
    | { readonly status: 'missing' | 'not-applicable'; readonly note: string }
  /** Rows that were counted or added up; of a share, those of its numerator. */
  readonly rows: readonly LedgerRow[]
  /** Of a share: all rows that it is a share of, those of the numerator among them. */
  readonly base?: readonly LedgerRow[]
}

/** The part that a row has in a figure. */
export type RowPart = 'counted' | 'base'

/**
 * Which part each row has. `day`: on which it is counted; of a period that is over, what was there on its last day counts. Made once
 * for many rows.
 */
export function rowParts(
  { where, period, figure }: CountedFrom,
  of: string,
  outline: Pick<LedgerOutline, 'columns'>,
  day: string,
): (row: LedgerRow) => RowPart | null {
  const types = new Map(outline.columns.map(({ code, type }) => [code, type]))
  const all = (row: LedgerRow, conditions: readonly CountCondition[]): boolean =>
    conditions.every((condition) => meets(row, condition, types.get(condition.column)))
  const last = lastDayOf(of)
  const on = last < day ? last : day
  return (row) => {
    if (row.period !== undefined && row.period !== of && !isWithin(row.period, of)) return null
    if (period.kind === 'dated') {
      const dated = row.cells[period.column]
      if (dated === undefined || !isDayWithin(dated, of)) return null
    } else if ((row.from ?? on) > on || (row.until ?? on) < on) return null
    if (!all(row, where)) return null
    return figure.kind === 'share' && !all(row, figure.of) ? 'base' : 'counted'
  }
}

const isDayWithin = (day: string, period: string): boolean => {
  const month = day.slice(0, 7)
  return month === period || isWithin(month, period)
}

/** 取数: one figure of an item from one reading, exactly; a share is rounded once, half up, to the item's digits. */
export function countRows(item: CountedItem, of: string, reading: LedgerReading, day: string): Counted {
  const unfilled = notFilled(of, reading)
  if (unfilled !== undefined) return { figure: { status: 'missing', note: unfilled }, rows: [] }
  const { figure } = item.countedFrom
  const part = rowParts(item.countedFrom, of, reading, day)
  const parts = reading.rows.map((row) => ({ row, part: part(row) }))
  const rows = parts.flatMap(({ row, part: own }) => (own === 'counted' ? [row] : []))
  switch (figure.kind) {
    case 'count':
      return { figure: { status: 'reported', value: String(rows.length) }, rows }
    case 'sum':
      return { figure: sumOf(item, figure, rows, reading), rows }
    case 'share': {
      const base = parts.flatMap(({ row, part: own }) => (own === null ? [] : [row]))
      if (base.length === 0)
        return {
          figure: { status: figure.whenNone, note: `台账“${reading.name}”中没有符合条件的行，占比无从算起` },
          rows,
          base,
        }
      return { figure: { status: 'reported', value: shareOf(item, rows.length, base.length) }, rows, base }
    }
  }
}

/** A figure of a ledger that nobody has filled is missing, however many rows other periods have. */
function notFilled(of: string, { name, states }: LedgerReading): string | undefined {
  const own = Object.entries(states).filter(([key]) => key === STANDING || key === of || isWithin(key, of))
  const open = own.filter(([, state]) => state === 'unfilled')
  if (own.length > 0 && open.length === 0) return undefined
  return own.length <= 1 || open.length === own.length
    ? `台账“${name}”没有登记，也没有登记“本期无”`
    : `台账“${name}”还有${open.length}期没有登记`
}

function sumOf(
  item: CountedItem,
  { column, name, whenBlank }: Extract<CountedFrom['figure'], { kind: 'sum' }>,
  rows: readonly LedgerRow[],
  { columns }: LedgerReading,
): Counted['figure'] {
  const cells = rows.map((row) => row.cells[column])
  const blank = cells.filter((cell) => cell === undefined).length
  if (!isFigure(columns.find(({ code }) => code === column)?.type))
    return { status: 'missing', note: `“${name}”不是数，“${item.name}”不能加总` }
  if (blank > 0 && (whenBlank === 'missing' || blank === cells.length))
    return { status: 'missing', note: `有${blank}行没有填“${name}”，不能加总` }
  const sum = cells.reduce((total, cell) => (cell === undefined ? total : total.plus(cell)), new Decimal(0))
  return { status: 'reported', value: plainText(sum) }
}

const TIMES: Readonly<Record<string, number>> = { '%': 100, '％': 100, '‰': 1000 }

function shareOf({ unit, digits }: CountedItem, counted: number, base: number): string {
  const share = new Decimal(counted).times(Object.hasOwn(TIMES, unit) ? (TIMES[unit] ?? 1) : 1).div(base)
  return plainText(roundDecimal(share, digits ?? SHARE_DIGITS, 'half-up'))
}
