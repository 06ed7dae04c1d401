/** Period arithmetic on the texts `2026`, `2026-H1`, `2026-Q3`, `2026-05`. */

const monthsOf = (period: string): { first: number; last: number } => {
  const part = period.slice(5)
  if (part === '') return { first: 1, last: 12 }
  if (part.startsWith('H')) return part === 'H1' ? { first: 1, last: 6 } : { first: 7, last: 12 }
  if (part.startsWith('Q')) {
    const quarter = Number(part.slice(1))
    return { first: quarter * 3 - 2, last: quarter * 3 }
  }
  return { first: Number(part), last: Number(part) }
}

/** Is `inner` a strictly shorter period inside `outer`? */
export function isWithin(inner: string, outer: string): boolean {
  if (inner === outer || inner.slice(0, 4) !== outer.slice(0, 4)) return false
  const small = monthsOf(inner)
  const large = monthsOf(outer)
  return small.first >= large.first && small.last <= large.last
}

/** The period of the given length that contains `period`, or `null` if that is not longer than the period itself. */
export function containingPeriod(period: string, length: PeriodLength): string | null {
  const year = period.slice(0, 4)
  const { first } = monthsOf(period)
  const containing =
    length === 'year'
      ? year
      : length === 'half-year'
        ? `${year}-H${first <= 6 ? 1 : 2}`
        : length === 'quarter'
          ? `${year}-Q${Math.ceil(first / 3)}`
          : null
  return containing !== null && isWithin(period, containing) ? containing : null
}

export function shiftYears(period: string, years: number): string {
  return `${String(Number(period.slice(0, 4)) + years).padStart(4, '0')}${period.slice(4)}`
}

/** The period just before, of the same length: `2026-01` → `2025-12`, `2026` → `2025`. */
export function previousPeriod(period: string): string {
  const year = Number(period.slice(0, 4))
  const part = period.slice(5)
  if (part === '') return shiftYears(period, -1)
  const before = (letter: string, number: number, count: number, digits: number): string =>
    number > 1
      ? `${period.slice(0, 5)}${letter}${String(number - 1).padStart(digits, '0')}`
      : `${String(year - 1).padStart(4, '0')}-${letter}${String(count).padStart(digits, '0')}`
  if (part.startsWith('H')) return before('H', Number(part.slice(1)), 2, 1)
  if (part.startsWith('Q')) return before('Q', Number(part.slice(1)), 4, 1)
  return before('', Number(part), 12, 2)
}

/** Periods of the same length from the start of the year up to and including this one. */
export function yearToDate(period: string): readonly string[] {
  const periods = [period]
  for (
    let at = previousPeriod(period);
    period.length > 4 && at.slice(0, 4) === period.slice(0, 4);
    at = previousPeriod(at)
  )
    periods.unshift(at)
  return periods
}

export type PeriodLength = 'year' | 'half-year' | 'quarter' | 'month'

export function lengthOf(period: string): PeriodLength {
  const part = period.slice(5)
  return part === '' ? 'year' : part.startsWith('H') ? 'half-year' : part.startsWith('Q') ? 'quarter' : 'month'
}

const MONTHS = { year: 12, 'half-year': 6, quarter: 3, month: 1 } as const

/** How many periods of a length make up the given one: 12 months, 4 quarters or 2 half-years a year. */
export function countWithin(period: string, length: PeriodLength): number {
  return MONTHS[lengthOf(period)] / MONTHS[length]
}

const LENGTHS = ['month', 'quarter', 'half-year', 'year'] as const

/** The periods of a length that make up the given one, earliest first; none where that length is longer. */
export function periodsWithin(period: string, length: PeriodLength): readonly string[] {
  if (lengthOf(period) === length) return [period]
  if (LENGTHS.indexOf(length) > LENGTHS.indexOf(lengthOf(period))) return []
  const year = period.slice(0, 4)
  return PARTS_OF_YEAR[length].map((part) => `${year}${part}`).filter((part) => isWithin(part, period))
}

const PARTS_OF_YEAR = {
  year: [''],
  'half-year': ['-H1', '-H2'],
  quarter: ['-Q1', '-Q2', '-Q3', '-Q4'],
  month: ['-01', '-02', '-03', '-04', '-05', '-06', '-07', '-08', '-09', '-10', '-11', '-12'],
} as const satisfies Record<PeriodLength, readonly string[]>
