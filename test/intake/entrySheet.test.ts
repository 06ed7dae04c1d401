import { entryRows, planEntryRow } from '@anjie/domain/intake/entryForm'
import { formOf } from '@anjie/domain/submissions/form'
import { describe, expect, test } from 'vitest'
import { cycle } from '../builders/cycle.ts'
import { REPORT_VALUES, reported } from '../builders/submission.ts'
import { countingScheme } from '../counting/keptRegister.ts'

const form = formOf(countingScheme(), cycle(), 'subject')
const filled = [...REPORT_VALUES, reported('CENTERS_TOTAL', '496')]
const row = (...values: [string, string][]) => planEntryRow(form, filled, new Map(values))

describe('a form by its sheet', () => {
  test('is not asked for what is counted from a register', () => {
    const codes = entryRows(form, filled).map(({ values }) => new Map(values).get('item'))
    expect(codes).toContain('COVERAGE')
    expect(codes.filter((code) => code?.startsWith('CENTERS'))).toEqual([])
  })

  test('is refused by name where a counted figure is written, also one that would be right', () => {
    for (const figure of ['500', '496', '未报'])
      expect(row(['item', 'CENTERS_TOTAL'], ['p1', figure])).toEqual({
        effect: 'refused',
        title: 'CENTERS_TOTAL',
        field: 'p1',
        message: '“综治中心总数”由台账“综治中心”汇总，不能填写；数不对的，请在台账“综治中心”中更正',
      })
    expect(row(['item', 'CENTERS_TOTAL'])).toMatchObject({ effect: 'same' })
    expect(row(['item', 'COVERAGE'], ['p1', '97'])).toMatchObject({ effect: 'changed' })
  })
})
