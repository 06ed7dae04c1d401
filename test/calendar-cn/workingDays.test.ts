import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  lastDayOfYears,
  OFFICIAL_PLANS,
  officialCalendar,
  workingCalendar,
  workingDaysBetween,
} from '@anjie/calendar-cn'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const day = (text: string) => PlainDate.parse(text)
/** By the other list alone: its own reckoning asks for the weekday where the machine stands, and is a day off in New York. */
function worksByList(each: PlainDate): boolean {
  if (Object.hasOwn(chineseDays.workdays, each)) return true
  if (Object.hasOwn(chineseDays.holidays, each)) return false
  return ![0, 6].includes(new Date(`${each}T00:00:00Z`).getUTCDay())
}

const source = { title: '虚构的安排', documentNumber: '虚构', publishedOn: '2030-11-01' }
const plan2030 = { year: 2030, source, holidays: [] }
const plan2031 = {
  year: 2031,
  source,
  holidays: [{ name: '元旦', from: '2031-01-01', to: '2031-01-03', makeUpDays: ['2030-12-29'] }],
}

describe('a swap across the year end', () => {
  const invented = workingCalendar([plan2030, plan2031, { year: 2032, source, holidays: [] }])

  test('five working days after Friday 27 December 2030 end on Tuesday 7 January 2031', () => {
    expect(addWorkingDays(day('2030-12-27'), 5, invented)).toEqual({ ok: true, value: '2031-01-07' })
  })

  test('a make-up day that the next year announces counts although it lies in this year', () => {
    expect(isWorkingDay(day('2030-12-29'), invented)).toEqual({ ok: true, value: true })
  })

  test('without the 2031 list the calendar is said to be missing, already for the last days of December', () => {
    const without = workingCalendar([plan2030])
    expect(addWorkingDays(day('2030-12-27'), 5, without)).toMatchObject({
      ok: false,
      error: { code: 'calendar-missing', detail: expect.stringContaining('2031年') },
    })
    expect(isWorkingDay(day('2030-12-29'), without).ok).toBe(false)
    expect(isWorkingDay(day('2030-12-27'), without)).toEqual({ ok: true, value: true })
  })

  test('a due date that falls in 2033 is refused', () => {
    expect(addWorkingDays(day('2032-12-20'), 10, invented)).toMatchObject({
      ok: false,
      error: { code: 'calendar-missing', detail: expect.stringContaining('2033年') },
    })
  })
})

describe('the official calendar', () => {
  test.each([2024, 2025, 2026])('every day of %i agrees with an independent list', (year) => {
    const lastDay = officialCalendar.years.has(year + 1) ? `${year}-12-31` : `${year}-12-27`
    for (let each = day(`${year}-01-01`); each <= lastDay; each = addDays(each, 1)) {
      expect([each, isWorkingDay(each, officialCalendar)]).toEqual([each, { ok: true, value: worksByList(each) }])
    }
  })

  test('every plan names the notice that announced it', () => {
    for (const plan of OFFICIAL_PLANS) {
      expect(plan.source.title).toBe(`国务院办公厅关于${plan.year}年部分节假日安排的通知`)
      expect(plan.source.documentNumber).toMatch(/^国办发明电〔\d{4}〕\d+号$/)
    }
  })

  test('2027 was not announced and is refused', () => {
    expect(isWorkingDay(day('2027-01-04'), officialCalendar)).toMatchObject({
      ok: false,
      error: { code: 'calendar-missing' },
    })
  })

  test('a plan that contradicts itself is not accepted', () => {
    const holidays = [{ name: '元旦', from: '2031-01-01', to: '2031-01-03', makeUpDays: ['2031-01-02'] }]
    expect(() => workingCalendar([{ ...plan2031, holidays }])).toThrow()
  })
})

test('adding n working days leaves exactly n of them behind', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 40 }), (offset, count) => {
      const from = addDays(day('2024-01-01'), offset)
      const end = addWorkingDays(from, count, officialCalendar)
      if (!end.ok) throw new Error(end.error.detail)
      expect(workingDaysBetween(addDays(from, 1), end.value, officialCalendar)).toEqual({ ok: true, value: count })
      expect(isWorkingDay(end.value, officialCalendar)).toEqual({ ok: true, value: true })
    }),
  )
})

test.each([
  ['2026-12-10', 3, '2029-12-09'],
  ['2028-02-29', 1, '2029-02-28'],
  ['2028-02-29', 4, '2032-02-28'],
  ['2026-01-01', 5, '2030-12-31'],
])('a term that begins on %s and runs %i years ends on %s', (from, years, last) => {
  expect(lastDayOfYears(day(from), years)).toBe(last)
})
