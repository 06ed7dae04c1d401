import { z } from 'zod'
import { CycleId } from '../ids.ts'
import { LeagueRow } from '../league-tables/run.ts'
import { Receipt } from '../league-tables/scorecard.ts'

/** So many indicators are named: the points that weigh most, and no second scorecard. */
export const MAX_LOST_NAMED = 5

const table = { cycleId: CycleId, cycleName: z.string() }

/** 本级名次: how a subject stands in the newest result that was released to it. */
export const OwnStanding = z.object({
  ...table,
  released: z.enum(['preview', 'published']),
  row: LeagueRow.pick({
    groupName: true,
    publishedScore: true,
    rank: true,
    tied: true,
    grade: true,
    rankChange: true,
    interval: true,
    notRankedReason: true,
  }),
  /** How many of its group have a rank. */
  ranked: z.int().min(0),
  /** The place before, and by how many points: of a table that the subject may read. */
  next: z.object({ rank: z.number(), points: z.string() }).nullable(),
  /** Where most points were lost. */
  lost: z
    .array(Receipt.pick({ node: true, name: true, nextBand: true }).extend({ points: z.string() }))
    .max(MAX_LOST_NAMED),
})
export type OwnStanding = z.infer<typeof OwnStanding>

/** 所辖名次: where those below stand in the newest published table. */
export const StandingBelow = z.object({
  ...table,
  groups: z.array(z.object({ code: z.string(), name: z.string() })),
  rows: z.array(
    LeagueRow.pick({ subject: true, name: true, group: true, publishedScore: true, rank: true, rankChange: true }),
  ),
})
export type StandingBelow = z.infer<typeof StandingBelow>

/** What of it a jurisdiction has. */
export const Standings = z.object({ own: OwnStanding.nullable(), below: StandingBelow.nullable() })
export type Standings = z.infer<typeof Standings>
