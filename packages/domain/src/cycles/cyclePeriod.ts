import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'

/**
 * The period that a cycle scores: its year, or the part of it in which its data begin. The year is the cycle's own: one
 * that counts from December to November still scores `2026` (Wenzhou 2013 closed some items on 30 November).
 */
export function cyclePeriod(length: Scheme['cycle'], cycle: Pick<CycleHead, 'year' | 'dataFrom'>): string {
  const month = cycle.dataFrom.slice(5, 7)
  switch (length) {
    case 'year':
      return String(cycle.year)
    case 'half-year':
      return `${cycle.year}-H${month <= '06' ? 1 : 2}`
    case 'quarter':
      return `${cycle.year}-Q${Math.ceil(Number(month) / 3)}`
    case 'month':
      return `${cycle.year}-${month}`
  }
}
