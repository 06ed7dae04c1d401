import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { err, ok, type Result } from '@anjie/kernel'
import { narrowed } from '../tables/cellText.ts'
import { plainCell } from '../tables/shownText.ts'
import { isDateFormat } from '../xlsx/readNumberFormats.ts'
import type { CellContent } from '../xlsx/readSheet.ts'

const REMEDY = '请写成“2026-03-02”，或把单元格格式设为日期'
const EARLIEST = '1900-03-01'
const LATEST = '2199-12-31'
const DAY = 86_400_000
/** Day 0 of spreadsheets; they count a 29 February 1900 that never was, so what lies before March 1900 is not read. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const FIRST_SURE_SERIAL = 61

/** A day, from a date cell or as people write it. Months alone, two-digit years and days first are refused, not guessed. */
export function readDay(cell: CellContent): Result<PlainDate, string> {
  if (cell.kind === 'number' && isDateFormat(cell.format)) return dayOfSerial(cell.number)
  const plain = plainCell(cell)
  return plain.ok ? dayOfText(narrowed(plain.value), cell.kind === 'number') : plain
}

function dayOfSerial(serial: number): Result<PlainDate, string> {
  if (serial < FIRST_SURE_SERIAL) return err(`单元格里只有时间，或日期早于 ${EARLIEST}；${REMEDY}`)
  const day = new Date(DAY_ZERO + Math.floor(serial) * DAY)
  return Number.isNaN(day.getTime()) ? err(`日期超出范围；${REMEDY}`) : known(day.toISOString().slice(0, 10))
}

const WITH_TIME = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/

function dayOfText(written: string, isNumber: boolean): Result<PlainDate, string> {
  const text = written.replace(WITH_TIME, '').replace(/\s+/g, '')
  const [, year, month, date] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    []
  if (year !== undefined && month !== undefined && date !== undefined)
    return known(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  const shown = `“${written.slice(0, 20)}”`
  if (/^\d{4}([-/.]\d{1,2}|年\d{1,2}月?)$/.test(text)) return err(`${shown}只写到月；请写到日，如“2026-03-02”`)
  if (isNumber && /^\d{5}(\.\d+)?$/.test(text)) return err(`${shown}是数字，不是日期；${REMEDY}`)
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text)) return err(`${shown}分不清年、月、日；${REMEDY}`)
  return err(`${shown}不是日期；${REMEDY}`)
}

function known(text: string): Result<PlainDate, string> {
  const day = PlainDate.safeParse(text)
  if (!day.success) return err(`“${text}”没有这一天；请核对日期`)
  return text < EARLIEST || text > LATEST
    ? err(`“${text}”不在 ${EARLIEST} 至 ${LATEST} 之间；请核对年份`)
    : ok(day.data)
}
