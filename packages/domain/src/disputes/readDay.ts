import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

const two = (text: string): string => text.padStart(2, '0')
const WRITTEN = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/
/** A day as a spreadsheet counts it: 2000 to 2099. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

/**
 * The day that an export's cell says, the time of day left out: 2025-03-02, 2025/3/2 10:22, 2025年3月2日, 20250302, 45718.
 * `null` for an empty cell, `undefined` for what is no day.
 */
export function readDay(cell: string): PlainDate | null | undefined {
  const text = cell.normalize('NFKC').trim()
  if (text === '' || /^[-—/]+$/.test(text)) return null
  const [, year, month, day] = WRITTEN.exec(text) ?? COMPACT.exec(text) ?? []
  if (year !== undefined && month !== undefined && day !== undefined)
    return PlainDate.safeParse(`${year}-${two(month)}-${two(day)}`).data
  const serial = Number(SERIAL.exec(text)?.[1])
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) return undefined
  return PlainDate.parse(new Date(SERIAL_ZERO + serial * DAY_MS).toISOString().slice(0, 10))
}

/** Days since 1970, for gaps. */
export const dayNumber = (day: PlainDate): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS
