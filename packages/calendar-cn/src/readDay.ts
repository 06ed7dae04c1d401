import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

/** A day as `YYYY-MM-DD`, or what is wrong: not read as a day at all, or a day that the calendar does not have. */
export type DayReading =
  | { readonly ok: true; readonly day: string }
  | { readonly ok: false; readonly fault: 'unreadable' | 'no-such-day' }

const CHINESE_DIGITS = '〇一二三四五六七八九'

/** 二〇二六 → 2026, 三十一 → 31: as days stand in official papers. */
function chineseNumber(text: string): string {
  const digits = text.replace(/零|○|Ｏ/g, '〇')
  if (!digits.includes('十')) return Array.from(digits, (sign) => CHINESE_DIGITS.indexOf(sign)).join('')
  const [tens = '', ones = ''] = digits.split('十')
  return String(
    (tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : CHINESE_DIGITS.indexOf(ones)),
  )
}

/**
 * A day as officials write it: 2026年3月1日, 2026-3-1, 2026.3.1, 2026/3/1, 20260301, 二〇二六年三月一日; 3月1日 means the
 * given year's. Full-width figures and spaces change nothing.
 */
export function readDay(typed: string, thisYear: number): DayReading {
  const text = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〇零○一二三四五六七八九十]+/g, chineseNumber)
  const found =
    /^(?<year>\d{4})年(?<month>\d{1,2})月(?<date>\d{1,2})[日号]?$/.exec(text) ??
    /^(?<year>\d{4})([-./])(?<month>\d{1,2})\2(?<date>\d{1,2})$/.exec(text) ??
    /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})$/.exec(text) ??
    /^(?<month>\d{1,2})月(?<date>\d{1,2})[日号]?$/.exec(text)
  if (found?.groups === undefined) return { ok: false, fault: 'unreadable' }
  const { year = String(thisYear), month = '', date = '' } = found.groups
  const day = PlainDate.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return day.success ? { ok: true, day: day.data } : { ok: false, fault: 'no-such-day' }
}
