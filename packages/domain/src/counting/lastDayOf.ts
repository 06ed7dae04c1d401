import { lengthOf } from '../scoring/periods.ts'

const LAST_MONTH: Readonly<Record<string, number>> = { H1: 6, H2: 12, Q1: 3, Q2: 6, Q3: 9, Q4: 12 }

/** `2026` → `2026-12-31`, `2026-Q1` → `2026-03-31`, `2026-02` → `2026-02-28`. */
export function lastDayOf(period: string): string {
  const year = period.slice(0, 4)
  const part = period.slice(5)
  const month = lengthOf(period) === 'year' ? 12 : (LAST_MONTH[part] ?? Number(part))
  const day = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
