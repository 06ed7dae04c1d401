import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { crossChecks } from '@anjie/domain/submissions/crossChecks'
import { formOf } from '@anjie/domain/submissions/form'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cycle } from '../builders/cycle.ts'
import { countyScheme } from '../builders/scheme.ts'
import { REPORT_VALUES, reported } from '../builders/submission.ts'
import { sharedIsThere, sharedText } from '../shared.ts'

const form = formOf(countyScheme(), cycle(), 'subject')
const check = (values: readonly FormValue[]) => crossChecks(form, values)
const without = (item: string) => REPORT_VALUES.filter((value) => value.item !== item)

describe('勾稽核对', () => {
  test('the classes of centres that do not add up to their total are flagged with both numbers', () => {
    const { checks } = check(REPORT_VALUES)
    expect(checks).toEqual([
      {
        severity: 'warning',
        item: 'CENTERS_TOTAL',
        rule: 'relation',
        check: 0,
        mayExplain: true,
        message: '综治中心总数填报496，而示范类102＋创建类360＋带动类33＝495，相差1，请核对',
      },
    ])
  })

  test('parts that add up exactly are not flagged', () => {
    expect(check([...without('CENTERS_TOTAL'), reported('CENTERS_TOTAL', '495')]).checks).toEqual([])
  })

  test('mediation success is 96.50%, worked out exactly and rounded once', () => {
    expect(check(REPORT_VALUES).derived).toEqual([{ name: '调解成功率', value: '96.50%', from: '4803 ÷ 4977' }])
  })

  test.skipIf(!sharedIsThere('seed-report.txt'))('the figures are those of the county report', () => {
    const report = sharedText('seed-report.txt')
    for (const figure of ['4977件', '化解成功4803件', '496个', '示范类102个', '创建类360个', '带动类33个'])
      expect(report).toContain(figure)
  })

  test('a numerator above its denominator is an error that names both', () => {
    const { checks } = check([...without('DISPUTES_RESOLVED'), reported('DISPUTES_RESOLVED', '4978')])
    expect(checks).toContainEqual(
      expect.objectContaining({ severity: 'error', message: '化解成功数4978大于排查矛盾纠纷数4977，请核对' }),
    )
  })

  test('a rate over nothing does not apply; it is neither 0 nor infinity', () => {
    const none = [reported('DISPUTES_FOUND', '0'), reported('DISPUTES_RESOLVED', '0')]
    expect(check(none).derived[0]).toEqual({ name: '调解成功率', value: '不适用', from: '0 ÷ 0' })
  })

  test('a rate is the half-up rounding of the exact quotient, whatever the numbers', () => {
    const whole = fc.bigInt({ min: 0n, max: 10n ** 15n })
    fc.assert(
      fc.property(whole, whole, (one, other) => {
        const [numerator, denominator] = one < other ? [one, other] : [other, one]
        fc.pre(denominator > 0n)
        const hundredths = (2n * 10_000n * numerator + denominator) / (2n * denominator)
        const expected = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`
        const values = [reported('DISPUTES_RESOLVED', `${numerator}`), reported('DISPUTES_FOUND', `${denominator}`)]
        expect(check(values).derived[0]?.value).toBe(expected)
      }),
    )
  })

  test('a figure that was not reported makes no rate and breaks no relation: it is not read as zero', () => {
    const { checks, derived } = check([
      ...REPORT_VALUES.filter(({ item }) => item !== 'CENTERS_LED' && item !== 'DISPUTES_RESOLVED'),
      { item: 'CENTERS_LED', period: '2026', status: 'missing', note: '统计口径未定' },
    ])
    expect(checks).toEqual([])
    expect(derived[0]).toEqual({ name: '调解成功率', value: '未报', from: '未报 ÷ 4977' })
  })

  test('a percentage typed as a fraction is asked about, and not changed', () => {
    expect(check([reported('COVERAGE', '0.96')]).checks).toEqual([
      expect.objectContaining({ severity: 'hint', item: 'COVERAGE', message: expect.stringContaining('96%') }),
    ])
    expect(check([reported('COVERAGE', '0.965')]).checks).toEqual([
      expect.objectContaining({ severity: 'error', message: expect.stringContaining('是否把小数填进了以%计的项') }),
    ])
    expect(check([reported('COVERAGE', '96.5')]).checks).toEqual([])
    expect(check([reported('COVERAGE', '0')]).checks).toEqual([])
  })
})
