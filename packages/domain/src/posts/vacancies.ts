import { addDays, yearOf } from '@anjie/calendar-cn/plainDays'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyPost, PostHolding } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { VACANCY_DAYS } from './limits.ts'

export interface Span {
  readonly from: PlainDate
  /** Last day; none: it goes on. */
  readonly to?: PlainDate | undefined
}

/** Who holds the post now. */
export function holderOf({ status, holdings }: Pick<DutyPost, 'status' | 'holdings'>): PostHolding | undefined {
  return status === 'filled' ? holdings.at(-1) : undefined
}

/** 空缺: stretches of a post's terms in which nobody held it, oldest first; the last one may go on. */
export function vacanciesOf({
  terms,
  holdings,
}: {
  readonly terms: readonly Span[]
  readonly holdings: readonly Span[]
}): readonly Span[] {
  return terms.flatMap((term) => {
    const gaps: Span[] = []
    let from: PlainDate | undefined = term.from
    for (const held of holdings) {
      if (from === undefined || (term.to !== undefined && held.from > term.to) || (held.to ?? LATEST) < from) continue
      if (held.from > from) gaps.push({ from, to: addDays(held.from, -1) })
      from = held.to === undefined ? undefined : addDays(held.to, 1)
    }
    if (from !== undefined && from <= (term.to ?? LATEST))
      gaps.push({ from, ...(term.to === undefined ? {} : { to: term.to }) })
    return gaps
  })
}

const LATEST = PlainDate.parse('9999-12-31')

/** Since when the post is vacant; undefined while somebody holds it, or it ended. */
export const vacantSince = (post: Pick<DutyPost, 'status' | 'terms' | 'holdings'>): PlainDate | undefined =>
  post.status === 'vacant' ? vacanciesOf(post).at(-1)?.from : undefined

/** 应补齐日: the vacancy is late after it. */
export const vacancyDueOn = (since: PlainDate): PlainDate => addDays(since, VACANCY_DAYS)

/** The part of a stretch that lies within another one, both ends counted; what goes on reaches to its end. */
export function partWithin(
  span: Span,
  within: { readonly from: PlainDate; readonly to: PlainDate },
): { readonly from: PlainDate; readonly to: PlainDate; readonly days: number } {
  const [, from = within.from] = [span.from, within.from].toSorted()
  const [to = within.to] = [span.to ?? within.to, within.to].toSorted()
  return { from, to, days: from > to ? 0 : daysFrom(from, to) + 1 }
}

const DAY = 86_400_000
/** Days from one day to a later one. */
export const daysFrom = (from: PlainDate, to: PlainDate): number => (Date.parse(to) - Date.parse(from)) / DAY

export const yearSpan = (year: number): { readonly from: PlainDate; readonly to: PlainDate } => ({
  from: PlainDate.parse(`${year}-01-01`),
  to: PlainDate.parse(`${year}-12-31`),
})

/** 空缺天数 of vacancies that are over, by year. */
export function vacantDaysByYear(post: Pick<DutyPost, 'terms' | 'holdings'>): Readonly<Record<string, number>> {
  const days: Record<string, number> = {}
  for (const { from, to } of vacanciesOf(post)) {
    if (to === undefined) continue
    for (let year = yearOf(from); year <= yearOf(to); year++)
      days[year] = (days[year] ?? 0) + partWithin({ from, to }, yearSpan(year)).days
  }
  return days
}
