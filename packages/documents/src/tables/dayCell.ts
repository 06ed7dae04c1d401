const DAY = 86_400_000
const BEIJING = 8 * 3_600_000
/** Day 0 of spreadsheets; what lies before March 1900 they count otherwise, and it stays text. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const FIRST_SURE = '1900-03-01'

export interface DayCell {
  readonly serial: number
  readonly format: string
}

/** A day or an instant as spreadsheets keep it; undefined for any other text. */
export function dayCell(text: string): DayCell | undefined {
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*Z$/.test(text)
  if (!isInstant && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const at = Date.parse(isInstant ? text : `${text}T00:00:00Z`)
  if (Number.isNaN(at) || text < FIRST_SURE) return undefined
  const serial = ((isInstant ? at + BEIJING : at) - DAY_ZERO) / DAY
  return isInstant ? { serial, format: 'yyyy-mm-dd hh:mm' } : { serial, format: 'yyyy-mm-dd' }
}

/** `2026-03-02 09:00` in Beijing for an instant, and any other text as it is. */
export function dayShown(text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? text : new Date(at + BEIJING).toISOString().slice(0, 16).replace('T', ' ')
}
