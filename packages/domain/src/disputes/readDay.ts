import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

const two = (text: string): string => text.padStart(2, '0')
/** What may follow the day: its time, its weekday, a remark in brackets. */
const REST = '(?:日|號|号)?(?:[T\\s(（上下].*|星期.*|周.*)?$'
const WRITTEN = new RegExp(`^(\\d{4}|\\d{2})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})${REST}`, 'u')
/** As a spreadsheet that was set up abroad writes it: the year last, the month first. */
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${REST}`, 'u')
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/
/** A day as a spreadsheet counts it: 2000 to 2099. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

const DIGITS = '〇一二三四五六七八九'
/** 二〇二五年三月二十一日 in figures; anything else as it was. */
function inFigures(text: string): string {
  if (!/^[〇零○Oo一二三四五六七八九十]{2,4}年/u.test(text)) return text
  const figure = (signs: string): string => {
    const plain = signs.replace(/[零○Oo]/gu, '〇')
    const [, tens, ones] = /^(.?)十(.?)$/u.exec(plain) ?? []
    if (tens === undefined || ones === undefined) return [...plain].map((sign) => DIGITS.indexOf(sign)).join('')
    return String((tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones)))
  }
  return text.replace(/[〇零○Oo一二三四五六七八九十]+(?=[年月日号])/gu, figure)
}

const CENTURY = '20'

/**
 * The day that an export's cell says, the time of day left out: 2025-03-02, 2025/3/2 10:22, 2025年3月2日, 25/3/2, 二〇二五年三月二日,
 * 3/2/2025, 20250302, 45718. `null` for an empty cell, `undefined` for what is no day.
 */
export function readDay(cell: string): PlainDate | null | undefined {
  const text = inFigures(cell.normalize('NFKC').trim())
  if (text === '' || /^[-—/]+$/.test(text)) return null
  const [, year, month, day] = WRITTEN.exec(text) ?? COMPACT.exec(text) ?? []
  if (year !== undefined && month !== undefined && day !== undefined)
    return PlainDate.safeParse(`${year.length === 2 ? CENTURY : ''}${year}-${two(month)}-${two(day)}`).data
  const [, one, other, last] = YEAR_LAST.exec(text) ?? []
  if (one !== undefined && other !== undefined) {
    const [monthFirst, dayThen] = Number(one) > 12 ? [other, one] : [one, other]
    return PlainDate.safeParse(`${last}-${two(monthFirst)}-${two(dayThen)}`).data
  }
  const serial = Number(SERIAL.exec(text)?.[1])
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) return undefined
  return PlainDate.parse(new Date(SERIAL_ZERO + serial * DAY_MS).toISOString().slice(0, 10))
}

/** Days since 1970, for gaps. */
export const dayNumber = (day: PlainDate): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS
