import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { DataPeriod, ItemValueStatus } from './itemValue.ts'

/** One labelled intermediate figure of a receipt: `安全感 = 88`, `低于目标 = 8`. The value is plain text, mostly a number. */
export const Figure = z.object({ label: z.string(), value: z.string() })
export type Figure = z.infer<typeof Figure>

/** A figure as it entered the rule. */
export const RawFigure = z.object({
  item: z.string(),
  name: z.string(),
  unit: z.string(),
  period: z.string(),
  status: ItemValueStatus,
  value: z.string().nullable(),
})
export type RawFigure = z.infer<typeof RawFigure>

/**
 * `scored`: has points. `missing`, `not-applicable`, `invalid`: why it has none (or which policy gave it some).
 * `no-score`: figures are there, but the rule yields nothing (constant column, too few children).
 */
export const NodeStatus = z.enum(['scored', 'missing', 'not-applicable', 'invalid', 'no-score'])
export type NodeStatus = z.infer<typeof NodeStatus>

/** 得分明细: how one indicator of one subject came to its points. */
export const NodeScore = z.object({
  node: z.string(),
  status: NodeStatus,
  raw: z.array(RawFigure),
  figures: z.array(Figure),
  /** Exact points, `null` where there are none. */
  points: z.string().nullable(),
  fullPoints: z.string().nullable(),
  /** Full points less points, never below zero; for a pure deduction, the deduction. */
  lost: z.string().nullable(),
  clause: z.string(),
  /** What would have given the next better band, in Chinese. */
  next: z.string().nullable(),
})
export type NodeScore = z.infer<typeof NodeScore>

/** 否决事项 that a subject triggered, and what follows from it. */
export const TriggeredVeto = z.object({
  veto: z.string(),
  name: z.string(),
  effect: z.enum(['eligibility', 'fixed-deduction', 'disqualify', 'downgrade', 'process']),
  consequence: z.string(),
})
export type TriggeredVeto = z.infer<typeof TriggeredVeto>

/** 否决事项 that nobody can rule out, because its figure was not reported or cannot be used. */
export const OpenVeto = z.object({ veto: z.string(), name: z.string(), reason: z.string() })
export type OpenVeto = z.infer<typeof OpenVeto>

/** Why a subject stands in the table without a rank. `held`: a veto is open, and the scheme waits for it. */
export const NotRanked = z.object({
  code: z.enum(['too-little-data', 'no-score', 'disqualified', 'held', 'excluded']),
  reason: z.string(),
})
export type NotRanked = z.infer<typeof NotRanked>

export const SubjectScore = z.object({
  subject: z.string(),
  name: z.string(),
  group: z.string(),
  /** Before the one rounding; `null` without a score. */
  exact: z.string().nullable(),
  /** With exactly the scheme's digits, as printed and as ranked. */
  published: z.string().nullable(),
  /** Base and bonus total apart (F22), where the scheme keeps them apart. */
  parts: z.object({ base: z.string().nullable(), bonus: z.string().nullable() }).nullable(),
  /** Text because fractional numbering has halves: `2.5`. */
  rank: z.string().nullable(),
  /** How many are ranked in the same table. */
  rankedOf: z.int(),
  /** Places gained (+) or lost (−) since the previous table. */
  rankChange: z.string().nullable(),
  grade: z.object({ code: z.string(), name: z.string(), reason: z.string() }).nullable(),
  vetoes: z.array(TriggeredVeto),
  /** Only there where one is open. */
  openVetoes: z.array(OpenVeto).optional(),
  notRanked: NotRanked.nullable(),
  /** Share of leaves with a usable figure, 0 to 1. */
  dataShare: z.string(),
  nodes: z.array(NodeScore),
})
export type SubjectScore = z.infer<typeof SubjectScore>

/**
 * 计分结果: everything that follows from a scheme and its values. Subjects in the order of their codes, nodes in the order
 * of the scheme. The same input gives the same bytes on any machine.
 */
export const ScoreRun = z.object({
  scheme: z.string(),
  schemeName: z.string(),
  period: DataPeriod,
  /** Version of the rules' code; a change of any published number changes it. */
  engine: z.string(),
  groups: z.array(
    z.object({
      group: z.string(),
      name: z.string(),
      subjects: z.int(),
      ranked: z.int(),
      mean: DecimalText.nullable(),
      median: DecimalText.nullable(),
      highest: DecimalText.nullable(),
      lowest: DecimalText.nullable(),
    }),
  ),
  /** What is printed under the table: rounding, rank basis, numbering. */
  notes: z.array(z.string()),
  subjects: z.array(SubjectScore),
})
export type ScoreRun = z.infer<typeof ScoreRun>

/** 上期榜单: what a rank change needs to know of the last published table. */
export const PreviousTable = z.object({
  period: DataPeriod,
  rows: z.array(
    z.object({
      subject: z.string(),
      group: z.string().optional(),
      rank: DecimalText.nullable(),
      score: DecimalText.nullable(),
    }),
  ),
  /** Merged, split or renamed subjects since then: `from` in the previous table, `to` in this one. */
  successors: z.array(z.object({ from: z.string(), to: z.string() })),
})
export type PreviousTable = z.infer<typeof PreviousTable>
