import { z } from 'zod'
import { CountyCode, ProvinceCode } from '../divisions/divisions.ts'
import { DutyListsId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { DutyPostKind } from './dutyPost.ts'
import { DutyProof } from './proofs/index.ts'

/** draft 草稿 → published 已发布: in force from its day until the next version's. */
export const DUTY_LISTS_STATUSES = ['draft', 'published'] as const
export const DutyListsStatus = z.enum(DUTY_LISTS_STATUSES)
export type DutyListsStatus = z.infer<typeof DutyListsStatus>

/** 频次 of routine work; with `times` it is so many times in each. */
export const FREQUENCIES = ['daily', 'weekly', 'half-monthly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const
export const Frequency = z.enum(FREQUENCIES)
export type Frequency = z.infer<typeof Frequency>

export const MAX_LIST_LINES = 60
export const MAX_TIMES = 60

/** 条目代码: by it a line is known from version to version. */
export const DutyLineCode = z.string().regex(/^[A-Z]{2}-\d{2}$/, '条目代码应如“RC-01”')
export type DutyLineCode = z.infer<typeof DutyLineCode>

const text = line({ min: 2, max: 120, tooShort: '请写明内容，不少于2个字' })

/** 权力清单、职责清单的一条: shown, and counted nowhere. */
export const DutyLine = z.strictObject({ code: DutyLineCode, text })
export type DutyLine = z.infer<typeof DutyLine>

/** 日常清单的一条: how often, and which record proves it. */
export const RoutineLine = DutyLine.extend({
  frequency: Frequency,
  times: z.int('次数应为整数').min(1, '次数至少为1').max(MAX_TIMES, `次数最多${MAX_TIMES}`),
  proof: DutyProof,
})
export type RoutineLine = z.infer<typeof RoutineLine>

/** 每次扣分: above nought, with two decimals at most. */
export const EVENT_POINTS = /^(0\.\d{1,2}|[1-9]\d?(\.\d{1,2})?)$/

/** 负面清单的一条: points for each event, or a veto. */
export const NegativeEffect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('points'),
    points: z.string().regex(EVENT_POINTS, '每次扣分应为大于0的数，最多两位小数，如“0.5”'),
  }),
  z.strictObject({ kind: z.literal('veto') }),
])
export type NegativeEffect = z.infer<typeof NegativeEffect>
export const NegativeLine = DutyLine.extend({ effect: NegativeEffect })
export type NegativeLine = z.infer<typeof NegativeLine>

const most = `一张清单最多${MAX_LIST_LINES}条`

/** 四张清单 for one kind of post. */
export const DutyListsContent = z.strictObject({
  name: line({ min: 4, max: 60, tooShort: '请写明名称，不少于4个字' }),
  postKind: DutyPostKind,
  /** 示例: put together from what is public, and no document of an office. */
  isExample: z.boolean(),
  powers: z.array(DutyLine).max(MAX_LIST_LINES, most),
  duties: z.array(DutyLine).max(MAX_LIST_LINES, most),
  routine: z.array(RoutineLine).max(MAX_LIST_LINES, most),
  negative: z.array(NegativeLine).max(MAX_LIST_LINES, most),
})
export type DutyListsContent = z.infer<typeof DutyListsContent>

/** The province's template, or with `county` that county's own version. */
export const DutyLists = DutyListsContent.extend({
  id: DutyListsId,
  province: ProvinceCode,
  county: CountyCode.optional(),
  status: DutyListsStatus,
  copiedFrom: DutyListsId.optional(),
  /** 施行日期 */
  from: PlainDate.optional(),
  publishedAt: Instant.optional(),
  updatedAt: Instant,
})
export type DutyLists = z.infer<typeof DutyLists>
