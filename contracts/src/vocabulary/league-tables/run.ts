import { z } from 'zod'
import { CycleId, RunId, SchemeId, SubjectCode } from '../ids.ts'
import { Instant } from '../plainDate.ts'
import { assessorFields } from '../schemes/assessor.ts'

/** One row of a league table. Scores are text: they print exactly as they were ranked. */
export const LeagueRow = z.object({
  subject: SubjectCode,
  name: z.string(),
  group: z.string(),
  groupName: z.string(),
  publishedScore: z.string().nullable(),
  exactScore: z.string().nullable(),
  /** A whole number, or a half under fractional numbering. */
  rank: z.number().nullable(),
  tied: z.boolean(),
  grade: z.string().nullable(),
  /** 连续达标: consecutive years in the best grade up to this one, and the honour that they stand for; only where there is one year or more. */
  streak: z.object({ years: z.int().min(1), honour: z.string().nullable() }).optional(),
  /** old rank − new rank: positive moved up; null where there is no earlier published table. */
  rankChange: z.number().nullable(),
  /** 5–95 % interval of the rank under weight noise. */
  interval: z.object({ from: z.int(), to: z.int() }).nullable(),
  notRankedReason: z.string().nullable(),
  /** What stands beside place and grade, such as a veto that nobody could rule out; only there where there is something. */
  remarks: z.array(z.string()).optional(),
  levelOne: z.array(z.object({ code: z.string(), name: z.string(), points: z.string().nullable() })),
})
export type LeagueRow = z.infer<typeof LeagueRow>

/** 计分依据: which figures a run was made from. What settled later is newer than the run. */
export const RunBasis = z.object({
  /** How often each division had settled figures of the cycle. */
  settled: z.record(z.string(), z.int().min(0)),
  /** By subject, the version of its form and of the commission's figures; without any there is none. */
  versions: z.record(z.string(), z.object({ form: z.int().optional(), entered: z.int().optional() })),
  /** By subject, the listings that were decided as a veto and counted; only of schemes that count them. */
  vetoed: z.record(z.string(), z.array(z.string())).optional(),
  /** By its id, the version of each department's sheet that was signed; without the step there are none. */
  sheets: z.record(z.string(), z.int()).optional(),
})
export type RunBasis = z.infer<typeof RunBasis>

export const RunStatus = z.enum(['computed', 'preview', 'published', 'superseded'])
export type RunStatus = z.infer<typeof RunStatus>

/** 计分结果: immutable; the same scheme, values and engine version give the same bytes. */
export const ScoreRunRecord = z.object({
  id: RunId,
  ...assessorFields,
  cycleId: CycleId,
  cycleName: z.string(),
  schemeId: SchemeId,
  schemeVersion: z.int(),
  /** The period that was scored: `2026`, `2026-H1` … */
  period: z.string(),
  engineVersion: z.string(),
  status: RunStatus,
  computedAt: Instant,
  /** The run whose table is the one before, by which one goes back from table to table. Runs from before it was kept have none. */
  previousRun: RunId.optional(),
  inputsHash: z.string(),
  resultHash: z.string(),
  /** 封签: the seal of the run's archive, printed beside the table. Runs from before it was kept have none. */
  seal: z.string().optional(),
  /** Runs from before it was kept have none, and are scored once more before they are shown. */
  basis: RunBasis.optional(),
  /** Subjects whose figures had not passed their last review when the run was made; they are scored on what was there, and marked. */
  outstanding: z.array(z.string()),
  groups: z.array(z.object({ code: z.string(), name: z.string() })),
  rows: z.array(LeagueRow),
  /** Printed under the table: rounding, rank basis, numbering. */
  notes: z.array(z.string()),
})
export type ScoreRunRecord = z.infer<typeof ScoreRunRecord>

/** 已公布的排名表: what everybody in the jurisdiction of who assessed reads, written once when a run is published. */
export const ReleasedTable = z.object({
  cycleName: z.string(),
  groups: ScoreRunRecord.shape.groups,
  rows: z.array(LeagueRow),
  /** Rounding, rank basis and numbering, in words. */
  notes: z.array(z.string()),
  seal: ScoreRunRecord.shape.seal,
})
export type ReleasedTable = z.infer<typeof ReleasedTable>
