import { z } from 'zod'

/**
 * 一组纠纷 behind a figure of the reconciliation. By the common definition each dispute counts once; of one system, by its own definition,
 * each of its entries.
 */
export const DISPUTE_SETS = [
  'found',
  'resolved',
  'unresolved',
  'agreed',
  'performed',
  'closed',
  'settled',
  'in-all',
  'in-several',
  'in-one',
  'in-none',
  'system-found',
  'system-resolved',
  'only-here',
  'missing-here',
  'open-there',
  'other-outcome',
  'other-period',
  'entered-twice',
  'other-kind',
  'other-place',
  'no-day',
] as const
export const DisputeSet = z.enum(DISPUTE_SETS)
export type DisputeSet = z.infer<typeof DisputeSet>
