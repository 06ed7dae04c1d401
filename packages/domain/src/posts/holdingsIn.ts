import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { PostHolding } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { partWithin, type Span, vacanciesOf } from './vacancies.ts'

export interface HeldDays<H> {
  readonly holding: H
  readonly from: PlainDate
  readonly to: PlainDate
  readonly days: number
}

export interface HoldingsIn<H = PostHolding> {
  /** Oldest first; a change of holder divides the period by days. */
  readonly holders: readonly HeldDays<H>[]
  readonly vacant: readonly { readonly from: PlainDate; readonly to: PlainDate; readonly days: number }[]
  readonly vacantDays: number
  /** Days of the period on which the post stood. */
  readonly days: number
}

/** Who held a post within a period (both ends counted), on how many days of it each, and on how many nobody did. */
export function holdingsIn<H extends Span>(
  post: { readonly terms: readonly Span[]; readonly holdings: readonly H[] },
  period: { readonly from: PlainDate; readonly to: PlainDate },
): HoldingsIn<H> {
  const holders = post.holdings
    .map((holding) => ({ holding, ...partWithin(holding, period) }))
    .filter(({ days }) => days > 0)
  const vacant = vacanciesOf(post)
    .map((span) => partWithin(span, period))
    .filter(({ days }) => days > 0)
  return {
    holders,
    vacant,
    vacantDays: vacant.reduce((sum, { days }) => sum + days, 0),
    days: post.terms.reduce((sum, term) => sum + partWithin(term, period).days, 0),
  }
}
