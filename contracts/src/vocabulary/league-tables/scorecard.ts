import { z } from 'zod'
import { RunId, SubjectCode } from '../ids.ts'
import { CountedProof, VetoProof } from '../scoring/itemValue.ts'
import { TriggeredVeto } from '../scoring/scoreRun.ts'
import { LeagueRow } from './run.ts'

/** 得分凭据: how one figure of one subject came about, from the raw value to the points. */
export const Receipt = z.object({
  node: z.string(),
  name: z.string(),
  /** Depth in the tree, from 0; the parent's code. */
  depth: z.int(),
  parent: z.string().nullable(),
  leaf: z.boolean(),
  /** The rule compares with others, so its steps can tell of them. */
  comparesPeers: z.boolean(),
  maxPoints: z.string().nullable(),
  weight: z.string().nullable(),
  points: z.string().nullable(),
  lostPoints: z.string().nullable(),
  status: z.string(),
  statusName: z.string(),
  rawValues: z.array(
    z.object({
      item: z.string(),
      itemName: z.string(),
      unit: z.string(),
      period: z.string(),
      status: z.string(),
      value: z.string().nullable(),
      /** 台账取数: where the rows lie that the figure was counted from, one for each period of its figures. */
      counted: z.array(CountedProof.extend({ period: z.string() })).optional(),
    }),
  ),
  /** 计算过程 */
  steps: z.array(z.object({ label: z.string(), value: z.string() })),
  /** 规则条文 */
  clause: z.string(),
  /** 本项在组内的中位数 */
  groupMedian: z.string().nullable(),
  /** 再进一档需要什么 */
  nextBand: z.string().nullable(),
})
export type Receipt = z.infer<typeof Receipt>

export const Scorecard = z.object({
  runId: RunId,
  subject: SubjectCode,
  row: LeagueRow,
  receipts: z.array(Receipt),
  /** 一票否决: what was triggered, and of a listing that ended unsatisfied the measure with its document. */
  vetoes: z.array(TriggeredVeto.extend({ item: z.string(), measures: z.array(VetoProof).optional() })).optional(),
  /** 封签 of the published run; before publication there is none to compare with. */
  seal: z.string().optional(),
})
export type Scorecard = z.infer<typeof Scorecard>
