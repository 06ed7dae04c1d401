import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { checkScheme } from '@anjie/domain/scoring/index'
import { frozenSums } from '@anjie/domain/submissions/belowSums'
import { crossChecks, NOTHING_AROUND, type Surroundings } from '@anjie/domain/submissions/crossChecks'
import { formOf } from '@anjie/domain/submissions/form'
import { Decimal } from '@anjie/kernel'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import { findBelowSums } from '@anjie/use-cases/submissions/belowSums'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandContext } from '../builders/context.ts'
import { cycle } from '../builders/cycle.ts'
import { member } from '../builders/people.ts'
import { countyScheme } from '../builders/scheme.ts'
import { REPORT_VALUES, reported, submission } from '../builders/submission.ts'

const schemeWith = (check: ItemCheck) => countyScheme({ checks: [check] })
const outcome = (check: ItemCheck, values: readonly FormValue[], around: Partial<Surroundings> = {}) => {
  const { checks: all, undecided } = crossChecks(formOf(schemeWith(check), cycle(), 'subject'), values, {
    ...NOTHING_AROUND,
    ...around,
  })
  const checks = all.filter(({ rule }) => rule === 'relation')
  return { broken: checks.map(({ message }) => message), undecided: undecided.map(({ message }) => message) }
}
const without = (...items: readonly string[]) => REPORT_VALUES.filter(({ item }) => !items.includes(item))
const past = (item: string, ...values: readonly (readonly [string, string])[]) =>
  values.map(([period, value]) => reported(item, value, period))

describe('两式比较', () => {
  const check: ItemCheck = {
    kind: 'compare',
    name: '各类中心之和',
    left: '[示范类]+[创建类]+[带动类]',
    is: '=',
    right: '[综治中心总数]',
    severity: 'warning',
  }
  test('says both sides, and leads to the first cell', () => {
    expect(outcome(check, REPORT_VALUES)).toEqual({
      broken: ['各类中心之和：“示范类+创建类+带动类”为495，应等于“综治中心总数”的496，请核对'],
      undecided: [],
    })
    const { checks } = crossChecks(formOf(schemeWith(check), cycle(), 'subject'), REPORT_VALUES)
    expect(checks[0]?.item).toBe('CENTERS_DEMONSTRATION')
  })

  test('what may lie between them is allowed, its end included', () => {
    expect(outcome({ ...check, tolerance: '1' }, REPORT_VALUES).broken).toEqual([])
    expect(outcome({ ...check, tolerance: '0.99' }, REPORT_VALUES).broken).toHaveLength(1)
  })

  test('a side with a missing figure decides nothing: it is not read as zero', () => {
    const { broken, undecided } = outcome(check, without('CENTERS_LED'))
    expect(broken).toEqual([])
    expect(undecided).toEqual(['各类中心之和：带动类未报，无法核对'])
  })

  test('thirds are compared as thirds: a sum of three of them is the whole', () => {
    const third: ItemCheck = { ...check, left: '[带动类]/3+[带动类]/3+[带动类]/3', right: '[带动类]' }
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (value) => {
        expect(outcome(third, [reported('CENTERS_LED', `${value}`)]).broken).toEqual([])
      }),
    )
  })

  test('a formula that cannot be read, and an item that is not there, keep the scheme from being published', () => {
    const codes = (given: Partial<typeof check>) =>
      checkScheme(schemeWith({ ...check, ...given } as ItemCheck))
        .filter(({ severity }) => severity === 'error')
        .map(({ check: code }) => code)
    expect(codes({ left: '[示范类]+' })).toContain('formula.operand-expected')
    expect(codes({ left: '[无此项]' })).toContain('item-undefined')
    expect(codes({})).toEqual([])
  })
})

describe('与上年同期相比', () => {
  const check: ItemCheck = {
    kind: 'past-change',
    item: 'DISPUTES_FOUND',
    fallAtMost: '30',
    riseAtMost: '50',
    severity: 'warning',
  }
  test('a rise beyond the limit is broken with both figures; exactly the limit is not', () => {
    expect(outcome(check, REPORT_VALUES, { past: past('DISPUTES_FOUND', ['2025', '3318']) }).broken).toEqual([])
    expect(outcome(check, REPORT_VALUES, { past: past('DISPUTES_FOUND', ['2025', '3317']) }).broken).toEqual([
      '排查矛盾纠纷数2025年为3317，本期为4977，上升50%，超过50%，请核对',
    ])
  })

  test('the limit is decided on the exact fraction, whatever the figures', () => {
    const whole = fc.bigInt({ min: 1n, max: 10n ** 15n })
    fc.assert(
      fc.property(whole, whole, (before, now) => {
        const broken = outcome(check, [reported('DISPUTES_FOUND', `${now}`)], {
          past: past('DISPUTES_FOUND', ['2025', `${before}`]),
        }).broken.length
        const expected = (now - before) * 100n > before * 50n || (before - now) * 100n > before * 30n
        expect(broken === 1).toBe(expected)
      }),
    )
  })

  test('without a figure of the year before it cannot be decided, and an older one does not stand for it', () => {
    for (const given of [[], past('DISPUTES_FOUND', ['2024', '1'])])
      expect(outcome(check, REPORT_VALUES, { past: given })).toEqual({
        broken: [],
        undecided: ['排查矛盾纠纷数2025年没有数值，无法核对'],
      })
  })

  test('a register of events of which nothing is known last year is no zero', () => {
    const events: ItemCheck = { ...check, item: 'ACCIDENTS' }
    expect(outcome(events, [reported('ACCIDENTS', '3')]).undecided).toHaveLength(1)
    expect(outcome(events, [reported('ACCIDENTS', '3')], { past: past('ACCIDENTS', ['2025', '0']) }).broken).toEqual([
      '较大安全事故2025年为0，本期为3，上升，超过50%，请核对',
    ])
  })
})

test('历年区间: between the least and the most, moved out; of one year alone there is no range', () => {
  const check: ItemCheck = { kind: 'past-range', item: 'CENTERS_TOTAL', years: 3, margin: '10', severity: 'hint' }
  const years = (...values: string[]) =>
    past('CENTERS_TOTAL', ...values.map((value, index) => [`${2025 - index}`, value] as const))
  expect(outcome(check, REPORT_VALUES, { past: years('450', '451', '440') }).broken).toEqual([])
  expect(outcome(check, REPORT_VALUES, { past: years('450', '445') }).broken).toEqual([
    '综治中心总数为496，不在400.5至495之间（2025年450、2024年445，外放10%），请核对',
  ])
  // 600 to 620, moved out, begins at 540: what lies below is outside too.
  expect(outcome(check, REPORT_VALUES, { past: years('600', '620') }).broken).toHaveLength(1)
  expect(outcome(check, REPORT_VALUES, { past: years('450') }).undecided).toEqual([
    '综治中心总数前3年中只有1年有数值，无法核对',
  ])
})

describe('下级合计', () => {
  const check: ItemCheck = {
    kind: 'below-sum',
    item: 'DISPUTES_FOUND',
    subjectKind: 'township',
    itemBelow: 'PC',
    severity: 'error',
  }
  const below = (sum: string | null, open: readonly string[] = []) => ({
    below: new Map([
      [0, { cycleName: '2026年度乡镇考评', units: 12, sum: sum === null ? null : new Decimal(sum), open }],
    ]),
  })
  test('the sum of the townships is set against the county’s figure', () => {
    expect(outcome(check, REPORT_VALUES, below('4977')).broken).toEqual([])
    expect(outcome(check, REPORT_VALUES, below('4970')).broken).toEqual([
      '排查矛盾纠纷数填报4977，12个乡镇（街道）上报合计4970（2026年度乡镇考评），相差7，请核对',
    ])
  })

  test('within what they may differ they agree', () => {
    const within: ItemCheck = { ...check, tolerance: '7' }
    expect(outcome(within, REPORT_VALUES, below('4970')).broken).toEqual([])
    expect(outcome(within, REPORT_VALUES, below('4969')).broken.join()).toContain('（允许相差7）')
  })

  test('where a township has not handed in, the sum of the others is not the whole', () => {
    expect(outcome(check, REPORT_VALUES, below('4970', ['清泉镇', '红星乡', '白马镇', '青山乡']))).toEqual({
      broken: [],
      undecided: ['清泉镇、红星乡、白马镇等4个乡镇（街道）尚未上报，排查矛盾纠纷数无法与下级合计核对'],
    })
    expect(outcome(check, REPORT_VALUES).undecided).toEqual([
      '没有找到同期的乡镇（街道）填报，排查矛盾纠纷数无法与下级合计核对',
    ])
  })
})

test('once a form is handed in, 下级合计 is told as it was then, also to whoever cannot read the forms below', async () => {
  const scheme = schemeWith({
    kind: 'below-sum',
    item: 'DISPUTES_FOUND',
    subjectKind: 'township',
    itemBelow: 'PC',
    severity: 'warning',
  })
  const kept = { check: 0, cycleName: '2026年度乡镇考评', units: 12, sum: '4970', open: [] }
  const record = { state: submission({ status: 'submitted', belowSums: [kept] }), version: 3 }
  const found = { record, cycle: cycle(), form: formOf(scheme, cycle(), 'subject') }
  const below = await findBelowSums(
    commandContext({ stores: memoryStores(), member: member({ roles: ['county-reporter'] }) }),
    found,
  )
  expect(frozenSums(below)).toEqual([kept])
})
