import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { line } from '../text.ts'

/** Building blocks that several scoring methods share. */

/** Code of a data item, indicator node, group or veto inside one scheme. */
export const SchemeCode = z
  .string()
  .regex(/^[A-Za-z0-9\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff._-]{0,39}$/, '代码应为1至40个字母、数字或汉字')
export type SchemeCode = z.infer<typeof SchemeCode>

/** A number of points, coefficient or rate that cannot be negative. */
export const PositiveText = DecimalText.refine((text) => !text.startsWith('-'), '不能为负数')
export type PositiveText = z.infer<typeof PositiveText>

/** Which end of a figure is good: `higher` (办结率) or `lower` (发案率). */
export const Better = z.enum(['higher', 'lower'])
export type Better = z.infer<typeof Better>

/** With whom a peer-relative rule compares: the subject's own group, or every subject of the cycle. */
export const Peers = z.enum(['group', 'all'])
export type Peers = z.infer<typeof Peers>

/** What a normalisation says when every peer has the same figure, where min-max and z-score divide by zero. */
export const WhenConstant = z.enum(['no-score', 'full', 'half', 'zero'])
export type WhenConstant = z.infer<typeof WhenConstant>

/** What a rule says where it would have to divide nothing by nothing. Each rule has its own answer without the setting. */
export const WhenZero = z.enum(['not-applicable', 'no-score', 'full', 'zero'])
export type WhenZero = z.infer<typeof WhenZero>

/** Where a normalised figure is put; without it `0` to the node's points, or 0 to 100 where the node has only a weight. */
export const Scale = z.object({ from: DecimalText, to: DecimalText })
export type Scale = z.infer<typeof Scale>

/**
 * How far a deduction may go. `floor`: 扣完为止, the item never goes below zero. `cap`: 最多扣 N 分.
 * `none`: without limit, below zero and off the total (倒扣). There is no default: a scheme has to say which.
 */
export const DeductionLimit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('floor') }),
  z.object({ kind: z.literal('cap'), points: PositiveText }),
  z.object({ kind: z.literal('none') }),
])
export type DeductionLimit = z.infer<typeof DeductionLimit>

/** One kind of counted event and what each of them costs or earns. */
export const EventRate = z.object({
  /** Data item that holds the number of events. */
  item: SchemeCode,
  pointsEach: PositiveText,
  /** 加倍: how many of the counted events were repeats or fell into a protected period, and their factor (F19). */
  repeated: z.object({ item: SchemeCode, factor: PositiveText, when: line({ min: 1, max: 60 }) }).optional(),
})
export type EventRate = z.infer<typeof EventRate>

/**
 * How part of a point of shortfall counts. `wholePointsOnly` false: in proportion. True: only whole points count, and a started
 * one is dropped (不足1个点不计, without the setting) or counts as a whole (不足1个点按1个点计).
 */
export const pointCounting = {
  wholePointsOnly: z.boolean(),
  startedPoint: z.enum(['dropped', 'whole']).optional(),
}
export type PointCounting = z.infer<z.ZodObject<typeof pointCounting>>

/** An interval of a figure and its points. A missing end is open to infinity; each end says whether it belongs to the band. */
export const Band = z.object({
  from: DecimalText.optional(),
  fromIncluded: z.boolean(),
  to: DecimalText.optional(),
  toIncluded: z.boolean(),
  points: PositiveText,
  name: line({ max: 40 }).optional(),
})
export type Band = z.infer<typeof Band>

/** What a figure is compared with. Peer references are taken over reported figures of the same data item only. */
export const Reference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('constant'), value: DecimalText, name: line({ min: 1, max: 40 }) }),
  /** Each subject's own reference figure, e.g. a target assigned to it or the provincial mean of last year. */
  z.object({ kind: z.literal('item'), item: SchemeCode }),
  z.object({ kind: z.literal('peer-mean'), peers: Peers }),
  z.object({ kind: z.literal('peer-median'), peers: Peers }),
  z.object({ kind: z.literal('peer-best'), peers: Peers }),
  z.object({ kind: z.literal('peer-worst'), peers: Peers }),
  /** Mean over the peers of the same period one year before. */
  z.object({ kind: z.literal('peer-mean-last-year'), peers: Peers }),
])
export type Reference = z.infer<typeof Reference>

/** 难度系数 and its like: one number for all, by group, by subject, or reported as a data item. */
export const Coefficient = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('constant'), value: PositiveText }),
  z.object({ kind: z.literal('by-group'), values: z.record(SchemeCode, PositiveText) }),
  z.object({ kind: z.literal('by-subject'), values: z.record(line({ min: 1, max: 60 }), PositiveText) }),
  z.object({ kind: z.literal('item'), item: SchemeCode }),
])
export type Coefficient = z.infer<typeof Coefficient>

/** One condition on a figure, e.g. `调解率 ≥ 98`. A yes/no item is reported as 1 or 0 and asked as `≥ 1`. */
export const Condition = z.object({
  item: SchemeCode,
  is: z.enum(['>=', '>', '<=', '<', '=']),
  value: DecimalText,
  name: line({ max: 80 }).optional(),
})
export type Condition = z.infer<typeof Condition>
