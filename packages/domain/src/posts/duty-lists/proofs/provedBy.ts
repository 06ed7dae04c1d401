import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

/**
 * What a record says towards a routine duty. `on`: the day that places it: on which it happened, or by which it was asked. `late`: done after that
 * day; `open`: not done, or not confirmed yet.
 */
export interface ProvedBy {
  readonly key: string
  readonly on: PlainDate
  readonly result: 'done' | 'late' | 'open'
  readonly title: string
  /** Its page. */
  readonly record?: { readonly kind: 'rectification' | 'dispute' | 'submission' | 'duty-training'; readonly id: string }
}
