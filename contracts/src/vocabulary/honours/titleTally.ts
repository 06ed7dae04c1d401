import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { PlainDate } from '../plainDate.ts'
import { TitleLevel } from './honourType.ts'
import { TitleStatus } from './title.ts'

/**
 * 县级称号统计: how many titles of which kind a county's units hold or held. What follows from a day is told by the day itself, so that the
 * counts are right on any day. Without the honours of which only counts are public.
 */
export const TitleTally = z.object({
  county: CountyCode,
  counts: z.array(
    z.object({
      honour: z.string(),
      honourName: z.string(),
      level: TitleLevel,
      year: z.int(),
      status: TitleStatus,
      source: z.enum(['named-here', 'public-listing']),
      validFrom: PlainDate.optional(),
      validUntil: PlainDate.optional(),
      endedOn: PlainDate.optional(),
      count: z.int().min(1),
    }),
  ),
})
export type TitleTally = z.infer<typeof TitleTally>

/** 称号统计 on a day. `current`: what is held by a naming or after a re-check; `listed`: what a published list names and nobody looked at since. */
export const BoardFigures = z.object({
  named: z.int(),
  current: z.int(),
  listed: z.int(),
  /** Of those that are held: ends within the days in which a renewal may be applied for. */
  due: z.int(),
  recheck: z.int(),
  rectify: z.int(),
  revoked: z.int(),
  deregistered: z.int(),
  expired: z.int(),
})
export type BoardFigures = z.infer<typeof BoardFigures>
