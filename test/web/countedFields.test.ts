import { CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { countedFindings, type LedgerDefinition, ledgerKey } from '@anjie/domain/cycles/countedFindings'
import {
  conditionOn,
  EMPTY_COUNT,
  type OfferedColumn,
  operatorsFor,
  withFigure,
  withOperator,
  withPeriod,
  withSource,
  withValue,
} from '@anjie/web/areas/schemes/counted/countedDraft'
import { describe, expect, test } from 'vitest'
import { countyScheme } from '../builders/scheme.ts'

const COLUMNS = [
  { code: 'name', name: '名称', type: 'text' },
  { code: 'level', name: '类别', type: 'choice', choices: [{ code: 'demo', name: '示范类' }] },
  { code: 'staff', name: '人数', type: 'integer' },
  { code: 'area', name: '面积', type: 'decimal' },
  { code: 'opened', name: '启用日期', type: 'date' },
  { code: 'hall', name: '有大厅', type: 'yesNo' },
  { code: 'town', name: '乡镇', type: 'place' },
  { code: 'unit', name: '单位', type: 'unit' },
] as unknown as readonly OfferedColumn[]

const LEDGER: LedgerDefinition = {
  name: '综治中心',
  title: 'name',
  columns: COLUMNS.map(({ code, name, type, choices }) => ({
    code,
    name,
    type,
    ...(choices === undefined ? {} : { choices: choices.map((each) => ({ code: each.code, name: each.name })) }),
  })),
  isClosed: false,
  rowsOf: 'county',
  term: 'standing',
}
const TYPED: Readonly<Record<string, string>> = { text: '安民', integer: '9', decimal: '9.5', date: '2026-03-01' }

function faultsOf(from: CountedFrom): readonly string[] {
  const base = countyScheme()
  const scheme = Scheme.parse({
    ...base,
    items: base.items.map((item, at) => (at === 0 ? { ...item, countedFrom: CountedFrom.parse(from) } : item)),
  })
  return countedFindings(scheme, new Map([[ledgerKey(from.source), LEDGER]])).map(({ message }) => message)
}

const register = (code: string, name: string) => ({ kind: 'register' as const, register: code, name })
const chosen = withSource(EMPTY_COUNT, register('centres', '综治中心'))

describe('台账取数 is chosen out of the register', () => {
  test('every comparison that is offered for a column can be counted by, once its value is chosen', () => {
    for (const column of COLUMNS)
      for (const op of operatorsFor(column.type)) {
        const condition = withOperator(conditionOn(column), op, column)
        const typed = TYPED[column.type]
        const whole =
          op === 'filled' || op === 'blank' || typed === undefined ? condition : withValue(condition, typed, column)
        expect(faultsOf({ ...chosen, where: [whole] }), `${column.name} ${op}`).toEqual([])
      }
  })

  test('a column without an order is not offered to be above or below', () => {
    for (const column of COLUMNS.filter(({ type }) => !['integer', 'decimal', 'date'].includes(type)))
      expect(operatorsFor(column.type).filter((op) => op.startsWith('>') || op.startsWith('<'))).toEqual([])
  })

  test('sum and period take a column that can be added up and a day', () => {
    for (const kind of ['count', 'sum', 'share'])
      for (const period of ['as-it-stands', 'dated']) {
        const from = withPeriod(withFigure(chosen, kind, COLUMNS.slice(1)), period, COLUMNS)
        expect(from.figure.kind).toBe(kind)
        expect(faultsOf(from)).toEqual([])
      }
  })

  test('a choice and yes or no are kept with their words, a figure is not', () => {
    const [, level, staff, , , hall] = COLUMNS
    if (level === undefined || staff === undefined || hall === undefined) throw new Error('columns')
    expect(conditionOn(level)).toEqual({ column: 'level', name: '类别', op: '=', value: 'demo', words: '示范类' })
    expect(withValue(conditionOn(hall), 'no', hall)).toMatchObject({ value: 'no', words: '否' })
    expect(withValue(conditionOn(staff), '9', staff)).not.toHaveProperty('words')
  })

  test('another register leaves nothing of the former one; the same one under a new name keeps everything', () => {
    const full = withFigure({ ...chosen, where: [conditionOn(COLUMNS[1] as OfferedColumn)] }, 'sum', COLUMNS)
    expect(withSource(full, register('grids', '网格'))).toEqual(withSource(EMPTY_COUNT, register('grids', '网格')))
    expect(withSource(full, register('centres', '综治中心（新）'))).toEqual({
      ...full,
      source: { kind: 'register', register: 'centres', name: '综治中心（新）' },
    })
  })
})
