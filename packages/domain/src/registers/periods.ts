import { RegisterPeriod, type RegisterTerm } from '@anjie/contracts/vocabulary/registers/register'

const LENGTHS = { year: 4, 'half-year': 7, quarter: 7, month: 7 } as const
const TERM_MARKS = { year: /^\d{4}$/, 'half-year': /-H/, quarter: /-Q/, month: /-\d{2}$/ } as const

/** Does this period belong to a register of that term? */
export const isOfTerm = (period: string, term: RegisterTerm): boolean =>
  term === 'standing' ? period === 'standing' : period.length === LENGTHS[term] && TERM_MARKS[term].test(period)

/** The period in which a day lies. */
export function periodOfDay(term: RegisterTerm, day: string): RegisterPeriod {
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7))
  const text =
    term === 'standing'
      ? 'standing'
      : term === 'year'
        ? year
        : term === 'half-year'
          ? `${year}-H${month <= 6 ? 1 : 2}`
          : term === 'quarter'
            ? `${year}-Q${Math.ceil(month / 3)}`
            : day.slice(0, 7)
  return RegisterPeriod.parse(text)
}

/** First and last month of a period, as numbers. */
function monthsOf(period: string): { readonly first: number; readonly last: number } {
  const part = period.slice(5)
  if (part === '') return { first: 1, last: 12 }
  if (part === 'H1') return { first: 1, last: 6 }
  if (part === 'H2') return { first: 7, last: 12 }
  if (part.startsWith('Q')) return { first: Number(part.slice(1)) * 3 - 2, last: Number(part.slice(1)) * 3 }
  return { first: Number(part), last: Number(part) }
}

export const firstDayOf = (period: string): string =>
  `${period.slice(0, 4)}-${String(monthsOf(period).first).padStart(2, '0')}-01`

/** The last day on which everything should be there; undefined where a register has no such day. */
export function dueOnOf(period: string, dueDays: number | undefined): string | undefined {
  if (period === 'standing' || dueDays === undefined) return undefined
  const lastMonth = monthsOf(period).last
  // Day 0 of the next month is the last of this one.
  return new Date(Date.UTC(Number(period.slice(0, 4)), lastMonth, dueDays)).toISOString().slice(0, 10)
}

/** The period and those before it, newest first. */
export function periodsUpTo(term: RegisterTerm, day: string, count: number): readonly RegisterPeriod[] {
  if (term === 'standing') return [periodOfDay(term, day)]
  const periods: RegisterPeriod[] = []
  let at = day
  while (periods.length < count) {
    const period = periodOfDay(term, at)
    periods.push(period)
    at = new Date(Date.parse(`${firstDayOf(period)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  }
  return periods
}

/** `2026年第3季度`, `2026年上半年`, `2026年5月`; of what stands `在册`. */
export function periodName(period: string): string {
  if (period === 'standing') return '在册'
  const [year, part] = [period.slice(0, 4), period.slice(5)]
  if (part === '') return `${year}年`
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上' : '下'}半年`
  if (part.startsWith('Q')) return `${year}年第${part.slice(1)}季度`
  return `${year}年${Number(part)}月`
}
