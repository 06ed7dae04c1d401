import { calendarWith, isWorkingDay, type YearPlan, yearPlanFault } from '@anjie/calendar-cn'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { describe, expect, test } from 'vitest'
import { PLAN_2027 } from '../builders/yearPlan.ts'

const works = (day: string, plans: readonly YearPlan[]) => isWorkingDay(PlainDate.parse(day), calendarWith(plans))
/** 2027 with one holiday otherwise. */
const otherwise = (name: string, change: Partial<YearPlan['holidays'][number]>): YearPlan => ({
  ...PLAN_2027,
  holidays: PLAN_2027.holidays.map((holiday) => (holiday.name === name ? { ...holiday, ...change } : holiday)),
})

describe('a loaded year', () => {
  test('stands beside the years that come with the system, and decides the last days of the year before', () => {
    expect(yearPlanFault(PLAN_2027, [])).toBeUndefined()
    expect(works('2026-12-28', [])).toMatchObject({ ok: false, error: { code: 'calendar-missing' } })
    expect(works('2026-12-28', [PLAN_2027])).toEqual({ ok: true, value: true })
    expect(works('2026-12-27', [PLAN_2027])).toEqual({ ok: true, value: true })
    expect(works('2026-10-01', [PLAN_2027])).toEqual({ ok: true, value: false })
    expect(works('2027-02-08', [PLAN_2027])).toEqual({ ok: true, value: false })
  })

  test('takes the place of a built-in one, as an amended announcement does', () => {
    const amended = { ...PLAN_2027, year: 2026, holidays: [{ ...PLAN_2027.holidays[0], from: '2026-01-01' }] }
    expect(works('2026-10-01', [{ ...amended, holidays: [] }])).toEqual({ ok: true, value: true })
  })

  test.each([
    [
      'half of the holidays',
      { ...PLAN_2027, holidays: PLAN_2027.holidays.slice(0, 3) },
      '2027年的安排里没有劳动节、端午节、中秋节、国庆节，请对照通知补全',
    ],
    [
      'a make-up day on a Monday',
      otherwise('春节', { makeUpDays: ['2027-02-15'].map((day) => PlainDate.parse(day)) }),
      '2027年春节的调休上班日2027年2月15日（周一）不是周末',
    ],
    [
      'an end before its beginning',
      otherwise('清明节', { to: PlainDate.parse('2027-04-01') }),
      '2027年清明节的放假日期2027-04-03晚于2027-04-01',
    ],
    [
      'another year’s days',
      otherwise('端午节', { from: PlainDate.parse('2026-06-19'), to: PlainDate.parse('2026-06-21') }),
      '2027年端午节的放假日期2026-06-19至2026-06-21不在2027年内',
    ],
    ['two months off', otherwise('劳动节', { to: PlainDate.parse('2027-06-30') }), '2027年劳动节放假超过31天'],
    [
      'a make-up day half a year away',
      otherwise('春节', { makeUpDays: ['2027-09-05'].map((day) => PlainDate.parse(day)) }),
      '离放假日期太远',
    ],
    [
      'a day both off and worked',
      otherwise('劳动节', { makeUpDays: ['2027-05-01'].map((day) => PlainDate.parse(day)) }),
      '2027-05-01既列为放假又列为调休上班',
    ],
  ])('with %s is refused in words', (_what, plan, fault) => {
    expect(yearPlanFault(plan, [])).toContain(fault)
  })
})
