import { checkValues } from '@anjie/domain/submissions/checkValues'
import { findIncomplete } from '@anjie/domain/submissions/findIncomplete'
import { formOf } from '@anjie/domain/submissions/form'
import { describe, expect, test } from 'vitest'
import { cycle } from '../builders/cycle.ts'
import { countyScheme } from '../builders/scheme.ts'
import { reported, WHOLE_FORM } from '../builders/submission.ts'

const form = formOf(countyScheme(), cycle(), 'subject')
const without = (...items: readonly string[]) => WHOLE_FORM.filter(({ item }) => !items.includes(item))
const details = (values: typeof WHOLE_FORM) =>
  findIncomplete(form, { values: [...values], evidence: [] })?.errors?.map(({ detail }) => detail)

describe('填报表样', () => {
  test('each item has a cell for every one of its periods in the cycle, and the commission fills its own', () => {
    const cells = (side: 'subject' | 'commission') =>
      formOf(countyScheme(), cycle(), side).cells.map(({ item, period }) => `${item.code} ${period}`)
    expect(cells('commission')).toEqual(['SAFETY 2026'])
    expect(cells('subject').slice(0, 4)).toEqual([
      'ACCIDENTS 2026',
      'DRILLS 2026-H1',
      'DRILLS 2026-H2',
      'COVERAGE 2026',
    ])
  })

  test('a quarterly cycle asks for its quarter, its months, and the year that contains it', () => {
    const scheme = countyScheme({ cycle: 'quarter' })
    const items = scheme.items.map((item) => (item.code === 'COVERAGE' ? { ...item, period: 'month' as const } : item))
    const quarter = formOf({ ...scheme, items }, { year: 2026, dataFrom: cycle().dataFrom }, 'subject')
    const periodsOf = (code: string) =>
      quarter.cells.filter(({ item }) => item.code === code).map(({ period }) => period)
    expect(quarter.period).toBe('2026-Q1')
    expect(periodsOf('COVERAGE')).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(periodsOf('DRILLS')).toEqual(['2026-H1'])
    expect(periodsOf('ACCIDENTS')).toEqual(['2026'])
  })
})

describe('提交前核对', () => {
  test('a whole form has nothing to complain about', () => {
    expect(details(WHOLE_FORM)).toBeUndefined()
  })

  test('a blank is not a zero: it is named until somebody says why', () => {
    expect(details(without('COVERAGE'))).toEqual(['网格覆盖率未填'])
    const missing = { item: 'COVERAGE', period: '2026', status: 'missing' } as const
    expect(details([...without('COVERAGE'), missing])).toEqual(['网格覆盖率未填，请说明原因'])
    expect(details([...without('COVERAGE'), { ...missing, note: ' ' }])).toEqual(['网格覆盖率未填，请说明原因'])
    expect(details([...without('COVERAGE'), { ...missing, note: '系统改造' }])).toBeUndefined()
  })

  test('what does not apply needs a reason', () => {
    const off = { item: 'COVERAGE', period: '2026', status: 'not-applicable' } as const
    expect(details([...without('COVERAGE'), off])).toEqual(['网格覆盖率标为不适用，请说明理由'])
    expect(details([...without('COVERAGE'), { ...off, note: '没有网格' }])).toBeUndefined()
  })

  test('every period of an item counts for itself', () => {
    expect(details([...without('DRILLS'), reported('DRILLS', '3', '2026-H1')])).toEqual([
      '应急演练（2026年下半年）未填',
    ])
  })

  test('a register of events may stay empty, because its definition reads no entry as zero', () => {
    expect(details(without('ACCIDENTS'))).toBeUndefined()
  })

  test('a figure that was found unusable keeps the form back', () => {
    const invalid = { item: 'COVERAGE', period: '2026', status: 'invalid', note: '“约九成”不是数字' } as const
    expect(details([...without('COVERAGE'), invalid])).toEqual(['网格覆盖率填写的内容不能使用：“约九成”不是数字'])
  })

  test('a broken relation of severity error keeps the form back, a warning does not', () => {
    expect(details([...without('DISPUTES_RESOLVED'), reported('DISPUTES_RESOLVED', '5000')])).toEqual([
      '化解成功数5000大于排查矛盾纠纷数4977，请核对',
    ])
    expect(details(WHOLE_FORM)).toBeUndefined()
  })
})

describe('保存时核对', () => {
  const refusal = (...values: typeof WHOLE_FORM) => {
    const problem = checkValues(form, values)
    return problem === null ? null : [problem.code, problem.pointer, problem.detail]
  }

  test('figures within their definition are kept, both ends of the range included', () => {
    expect(refusal(reported('COVERAGE', '100'), reported('CENTERS_LED', '0'))).toBeNull()
    expect(refusal(reported('COVERAGE', '98.500'))).toBeNull()
  })

  test('each refusal names the place and the rule', () => {
    expect(refusal(reported('COVERAGE', '100.01'))).toEqual([
      'value-invalid',
      '/values/0/value',
      '网格覆盖率（%）不能大于100，填写的是100.01',
    ])
    expect(refusal(reported('CENTERS_LED', '-1'))?.[2]).toBe('带动类（个）不能小于0，填写的是-1')
    expect(refusal(reported('CENTERS_LED', '3.5'))?.[2]).toBe('带动类应为整数，填写的是3.5')
    expect(refusal(reported('COVERAGE', '98.123'))?.[2]).toBe('网格覆盖率最多2位小数，填写的是98.123')
    expect(refusal(reported('NOBODY', '1'))).toEqual(['item-unknown', '/values/0/item', '没有数据项“NOBODY”'])
    expect(refusal(reported('SAFETY', '96'))?.[2]).toBe('群众安全感不在本表填报')
    expect(refusal(reported('DRILLS', '1', '2026'))?.slice(0, 2)).toEqual(['value-invalid', '/values/0/period'])
    expect(refusal(reported('COVERAGE', '1'), reported('COVERAGE', '2'))?.slice(0, 2)).toEqual([
      'value-invalid',
      '/values/1',
    ])
  })

  test('all faults come at once, so that a clerk mends them all at once', () => {
    const problem = checkValues(form, [reported('COVERAGE', '101'), reported('CENTERS_LED', '-1')])
    expect(problem?.errors?.map(({ pointer }) => pointer)).toEqual(['/values/0/value', '/values/1/value'])
  })
})
