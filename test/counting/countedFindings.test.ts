import type { CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import type { DataItem, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { countedFindings, type LedgerDefinition, ledgerKey } from '@anjie/domain/cycles/countedFindings'
import { checkScheme } from '@anjie/domain/scoring/index'
import { describe, expect, test } from 'vitest'
import { countyScheme } from '../builders/scheme.ts'

const SOURCE = { kind: 'register', register: 'centres', name: '综治中心' } as const
const CENTRES: LedgerDefinition = {
  name: '综治中心',
  title: 'name',
  isClosed: false,
  rowsOf: 'county',
  term: 'standing',
  columns: [
    { code: 'name', name: '名称', type: 'text' },
    { code: 'class', name: '类别', type: 'choice', choices: [{ code: 'demo', name: '示范类' }] },
    { code: 'staff', name: '人数', type: 'integer' },
    { code: 'built', name: '建成日期', type: 'date' },
  ],
}

function found(
  over: Partial<CountedFrom>,
  ledger: LedgerDefinition = CENTRES,
  item: Partial<DataItem> = {},
  subjectKind: Scheme['subjectKind'] = 'county',
): string[] {
  const scheme = countyScheme({ subjectKind })
  const [first, ...others] = scheme.items
  if (first === undefined) throw new Error('the scheme has items')
  const countedFrom: CountedFrom = {
    source: SOURCE,
    where: [],
    period: { kind: 'as-it-stands' },
    figure: { kind: 'count' },
    ...over,
  }
  const counted = { ...first, filledBy: 'subject', absentMeans: 'missing', countedFrom, ...item } as const
  const whole = { ...scheme, items: [counted, ...others] }
  return [...countedFindings(whole, new Map([[ledgerKey(SOURCE), ledger]])), ...checkScheme(whole)]
    .filter(({ node, severity, check }) => node === counted.code && severity !== 'hint' && check !== 'item-unused')
    .map(({ check }) => check)
}

const where = (column: string, op: '=' | '>=' | 'blank', value?: string): Partial<CountedFrom> => ({
  where: [{ column, name: column, op, ...(value === undefined ? {} : { value }) }],
})

describe('before a scheme is published it is said of a counted figure', () => {
  test('nothing, where its ledger, columns and comparisons are sound', () => {
    expect(found(where('class', '=', 'demo'))).toEqual([])
    expect(
      found({
        ...where('staff', '>=', '3'),
        figure: { kind: 'sum', column: 'staff', name: '人数', whenBlank: 'missing' },
      }),
    ).toEqual([])
    expect(found({ ...where('class', 'blank'), period: { kind: 'dated', column: 'built', name: '建成日期' } })).toEqual(
      [],
    )
  })

  test.each([
    ['a ledger that is not there', { source: { ...SOURCE, register: 'other' } }, {}, {}, 'ledger-unknown'],
    ['a ledger that has another name by now', {}, { name: '中心' }, {}, 'ledger-renamed'],
    ['a ledger that nobody fills any more', {}, { isClosed: true }, {}, 'ledger-closed'],
    ['a ledger of longer periods', {}, { term: 'year' }, { period: 'month' }, 'ledger-term'],
    ['a column that is not there', where('level', '=', 'x'), {}, {}, 'ledger-column-unknown'],
    ['a choice that is not offered', where('class', '=', 'gold'), {}, {}, 'ledger-condition'],
    ['a class that is more than another', where('class', '>=', 'demo'), {}, {}, 'ledger-condition'],
    ['a figure that is compared with a word', where('staff', '=', '三'), {}, {}, 'ledger-condition'],
    ['a comparison with nothing', where('staff', '='), {}, {}, 'ledger-condition'],
    [
      'a sum of names',
      { figure: { kind: 'sum', column: 'name', name: '名称', whenBlank: 'missing' } },
      {},
      {},
      'ledger-column-type',
    ],
    [
      'a period by what is no day',
      { period: { kind: 'dated', column: 'staff', name: '人数' } },
      {},
      {},
      'ledger-column-type',
    ],
    ['two origins', {}, {}, { formula: '1' }, 'item-two-origins'],
    ['the commission as its reporter', {}, {}, { filledBy: 'commission' }, 'counted-by-commission'],
    ['that nothing entered is nought', {}, {}, { absentMeans: 'zero' }, 'counted-absent-zero'],
  ] as const)('%s', (_what, over, ledger, item, check) => {
    expect(
      found(over as Partial<CountedFrom>, { ...CENTRES, ...ledger } as LedgerDefinition, item as Partial<DataItem>),
    ).toContain(check)
  })

  test('a ledger that others fill than are assessed; a county is counted from the rows of its units as well', () => {
    const ofTownships = { ...CENTRES, rowsOf: ['township'] } as const
    expect(found({}, CENTRES, {}, 'township')).toContain('ledger-nobody-fills')
    expect(found({}, CENTRES, {}, 'city')).toContain('ledger-nobody-fills')
    expect(found({}, ofTownships, {}, 'hospital')).toContain('ledger-nobody-fills')
    expect(found({}, ofTownships, {}, 'township')).toEqual([])
    expect(found({}, ofTownships)).toEqual([])
  })
})
