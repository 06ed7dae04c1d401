import { officialCalendar, workingCalendar } from '@anjie/calendar-cn'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { noticeEndsOn } from '@anjie/domain/notices/noticeWindow'
import { expect, test } from 'vitest'

const source = {
  title: '国务院办公厅关于2021年部分节假日安排的通知',
  documentNumber: '国办发明电〔2020〕27号',
  publishedOn: '2020-11-25',
}
// Of 2021 and 2022 only the weeks of the two examples matter here, and neither has a holiday.
const olderYears = workingCalendar([
  { year: 2021, source, holidays: [] },
  { year: 2022, source, holidays: [] },
])

test.each([
  ['Gansu, nominees for a national title', '2021-11-22', '2021-11-26'],
  ['Shandong, campus safety', '2022-02-21', '2022-02-25'],
])('%s: the start day counts when it is a working day', (_case, startsOn, endsOn) => {
  expect(noticeEndsOn(PlainDate.parse(startsOn), 5, olderYears)).toEqual({ ok: true, value: endsOn })
})

test.each([
  ['across the National Day holiday to its make-up Saturday', '2026-09-28', 5, '2026-10-09'],
  ['with the make-up Saturday 10 October as its last day', '2026-09-28', 6, '2026-10-10'],
  ['from the make-up Sunday 20 September', '2026-09-20', 5, '2026-09-24'],
  ['from a Saturday off: Monday is the first day', '2026-03-07', 5, '2026-03-13'],
  ['inside one week', '2026-12-02', 5, '2026-12-08'],
  ['one day only', '2026-12-02', 1, '2026-12-02'],
])('a notice %s', (_case, startsOn, workingDays, endsOn) => {
  expect(noticeEndsOn(PlainDate.parse(startsOn), workingDays, officialCalendar)).toEqual({ ok: true, value: endsOn })
})

test.each(['2026-12-24', '2026-12-30', '2027-01-04'])(
  'a notice from %s reaches a year that was not announced and is refused',
  (startsOn) => {
    expect(noticeEndsOn(PlainDate.parse(startsOn), 5, officialCalendar)).toMatchObject({
      ok: false,
      error: { code: 'calendar-missing' },
    })
  },
)
