import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { ApplicationId, RoundId, UnitId } from '../ids.ts'
import { Instant } from '../plainDate.ts'
import { HonourCode } from './honourCodes.ts'

export const MAX_LISTED = 1000
export const MAX_DRAWS = 10

/** A unit on the list out of which is drawn. */
export const ListedUnit = z.object({
  applicationId: ApplicationId,
  unitId: UnitId,
  unitName: z.string(),
  county: CountyCode,
  countyName: z.string(),
})
export type ListedUnit = z.infer<typeof ListedUnit>

/** One draw: its list is frozen first, and only then there is a seed; who is drawn follows from both and can be worked out by anybody. */
export const Draw = z.object({
  number: z.int(),
  list: z.array(ListedUnit).min(1).max(MAX_LISTED),
  /** SHA-256 of the list's application ids, one a line, in the order of the list. */
  listHash: z.string(),
  frozenAt: Instant,
  frozenBy: z.string(),
  /** Why it is drawn once more; the first draw of a round has none. */
  reason: z.string().optional(),
  result: z
    .object({
      seed: z.string(),
      count: z.int(),
      drawn: z.array(ApplicationId),
      at: Instant,
      by: z.string(),
    })
    .optional(),
})
export type Draw = z.infer<typeof Draw>

/** 随机抽取 for checks on the spot, of one jurisdiction in one round: id `<jurisdiction>.<round's code>-<round ULID>`. */
export const RoundDraws = z.object({
  roundId: RoundId,
  roundName: z.string(),
  honour: HonourCode,
  draws: z.array(Draw).max(MAX_DRAWS),
  updatedAt: Instant,
})
export type RoundDraws = z.infer<typeof RoundDraws>
