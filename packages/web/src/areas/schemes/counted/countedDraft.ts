import {
  COUNT_OPERATORS,
  type CountCondition,
  type CountedFrom,
  type CountFigure,
  type CountOperator,
  type CountPeriod,
} from '@anjie/contracts/vocabulary/counting/countedFrom'
import type { LedgerColumn } from '@anjie/contracts/vocabulary/counting/ledger'
import type { RegisterColumn } from '@anjie/contracts/vocabulary/registers/register'
import { hasOrder } from '@anjie/domain/counting/meets'
import { ledgerKey } from '@anjie/domain/cycles/countedFindings'

/** A column that may be counted by; one that is no longer filled is not offered. */
export type OfferedColumn = LedgerColumn & Pick<RegisterColumn, 'ended'>

/** 台账取数 before a register is chosen. `readScheme` names what is missing. */
export const EMPTY_COUNT: CountedFrom = {
  source: { kind: 'register', register: '', name: '' },
  where: [],
  period: { kind: 'as-it-stands' },
  figure: { kind: 'count' },
}

const YES_NO = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
] as const

/** Another register has other columns: conditions and columns of the former one would name what it does not have. */
export const withSource = (from: CountedFrom, source: CountedFrom['source']): CountedFrom =>
  ledgerKey(from.source) === ledgerKey(source) ? { ...from, source } : { ...EMPTY_COUNT, source }

/**
 * How cells of a column can be compared. Of places and units only whether they are filled: a scheme is for all counties, and each has its own.
 */
export function operatorsFor(type: OfferedColumn['type'] | undefined): readonly CountOperator[] {
  if (type === 'place' || type === 'unit') return ['filled', 'blank']
  return COUNT_OPERATORS.filter(
    (op) => op === '=' || op === '!=' || op === 'filled' || op === 'blank' || hasOrder(type),
  )
}

/** What a cell of the column may be compared with; undefined where it is typed. */
export function valuesOf(
  column: OfferedColumn | undefined,
): readonly { readonly value: string; readonly label: string }[] | undefined {
  if (column?.type === 'yesNo') return YES_NO
  if (column?.type !== 'choice') return undefined
  return (column.choices ?? []).map(({ code, name }) => ({ value: code, label: name }))
}

/** A condition on a column: its first comparison, and with choices the first of them. */
export function conditionOn(column: OfferedColumn): CountCondition {
  const [op = 'filled'] = operatorsFor(column.type)
  return withOperator({ column: column.code, name: column.name, op }, op, column)
}

/** Another comparison keeps the value, where it still compares with one. */
export function withOperator(
  condition: CountCondition,
  op: CountOperator,
  column: OfferedColumn | undefined,
): CountCondition {
  const { value, words, ...rest } = condition
  if (op === 'filled' || op === 'blank') return { ...rest, op }
  if (value !== undefined) return { ...rest, op, value, ...(words === undefined ? {} : { words }) }
  return withValue({ ...rest, op }, valuesOf(column)?.[0]?.value ?? '', column)
}

/** With a choice goes its name, so that a scheme reads by itself. */
export function withValue(condition: CountCondition, value: string, column: OfferedColumn | undefined): CountCondition {
  const { words: _words, ...rest } = condition
  const words = valuesOf(column)?.find((each) => each.value === value)?.label
  return { ...rest, value, ...(words === undefined ? {} : { words }) }
}

/** Columns that hold figures, or days: what can be added up, and by what rows are of a period. */
export const columnsOf = (columns: readonly OfferedColumn[], types: readonly OfferedColumn['type'][]) =>
  columns.filter(({ type, ended }) => ended === undefined && types.includes(type))

export function withFigure(from: CountedFrom, kind: string, columns: readonly OfferedColumn[]): CountedFrom {
  const [first] = columns.filter(({ ended }) => ended === undefined)
  const [sum] = columnsOf(columns, ['integer', 'decimal'])
  const figure: Readonly<Record<string, CountFigure | undefined>> = {
    count: { kind: 'count' },
    share: { kind: 'share', of: first === undefined ? [] : [conditionOn(first)], whenNone: 'not-applicable' },
    sum: { kind: 'sum', column: sum?.code ?? '', name: sum?.name ?? '', whenBlank: 'missing' },
  }
  return from.figure.kind === kind ? from : { ...from, figure: figure[kind] ?? from.figure }
}

export function withPeriod(from: CountedFrom, kind: string, columns: readonly OfferedColumn[]): CountedFrom {
  const [day] = columnsOf(columns, ['date'])
  const period: CountPeriod =
    kind === 'dated' ? { kind: 'dated', column: day?.code ?? '', name: day?.name ?? '' } : { kind: 'as-it-stands' }
  return from.period.kind === kind ? from : { ...from, period }
}
