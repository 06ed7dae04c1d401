import { z } from 'zod'
import { Level, ProvinceCode } from '../divisions/divisions.ts'
import { Instant } from '../plainDate.ts'
import { line } from '../text.ts'
import { UnitKind } from '../units/unitKind.ts'
import { HonourCode } from './honourCodes.ts'

/** 级别 of a title: the three that name here, and the national one, which is recorded. */
export const TitleLevel = z.union([Level, z.literal('national')])
export type TitleLevel = z.infer<typeof TitleLevel>

/** 等级 within a level: 3A级, 四星级. */
export const Grade = line({ min: 1, max: 12 })

/** 阶梯的一级: a level, and a grade where the level has several. */
export const Rung = z.strictObject({ level: TitleLevel, grade: Grade.optional() })
export type Rung = z.infer<typeof Rung>

/** 下一级称号 that a unit must hold for so many months before it may apply for this rung. */
export const LowerTitle = z.strictObject({ ...Rung.shape, months: z.int().min(0).max(120) })
export type LowerTitle = z.infer<typeof LowerTitle>

/** 核实部门 of what a village cannot prove: each 无 is known to one office. */
export const CONFIRMING_OFFICES = ['police', 'drug-office', 'political-legal', 'emergency', 'petition'] as const
export const ConfirmingOffice = z.enum(CONFIRMING_OFFICES)
export type ConfirmingOffice = z.infer<typeof ConfirmingOffice>

/** 创建条件: one thing that must be so before a unit may be put forward. */
export const Criterion = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,58}$/, '代码由小写字母、数字和连字符组成'),
  name: line({ min: 1, max: 40 }),
  /** What is looked at, for which period, and where it is looked up. */
  clause: line({ min: 1, max: 300 }),
  /** 来源: the paper that it was taken from; without one it is the demo's own. */
  source: line({ min: 2, max: 80 }).optional(),
  /** 佐证材料 that is asked for. */
  evidence: z.enum(['none', 'optional', 'required']).optional(),
  /** 核实部门: the office that says so, where the unit cannot prove it itself. */
  office: ConfirmingOffice.optional(),
})
export type Criterion = z.infer<typeof Criterion>

/** 荣誉类型: what an honour is for and what it asks. A round keeps the type as it was when the round was opened. */
export const HonourType = z.strictObject({
  code: HonourCode,
  name: line({ min: 2, max: 30 }),
  /** Two capitals of the certificate number; no two honours share them. */
  certificateLetters: z.string().regex(/^[A-Z]{2}$/, '应为两个大写字母'),
  unitKinds: z.array(UnitKind).min(1).max(9),
  /** 阶梯, lowest first. */
  ladder: z
    .array(z.strictObject({ ...Rung.shape, after: LowerTitle.optional() }))
    .min(1)
    .max(12),
  criteria: z.array(Criterion).min(1).max(30),
  /** 负面清单: what keeps a unit out, or costs it the title. */
  negativeList: z
    .array(line({ min: 2, max: 120 }))
    .max(20)
    .optional(),
  /** 审核部门: who looks into it; a party committee or government names. */
  reviewingAuthority: line({ min: 2, max: 40 }).optional(),
  /** 公开方式: the unit by name, an office by name and never a person, or nothing but counts. */
  publicAs: z.enum(['unit', 'office', 'counts']).optional(),
  noticeWorkingDays: z.int().min(1).max(30),
  /** In years; null: the title has no end of its own. */
  validYears: z.int().min(1).max(20).nullable(),
})
export type HonourType = z.infer<typeof HonourType>

/** 荣誉类型 that a province added or varied, with why it did last. */
export const HonourTypeRecord = HonourType.extend({
  province: ProvinceCode,
  reason: line({ min: 2, max: 200 }),
  updatedAt: Instant,
})
export type HonourTypeRecord = z.infer<typeof HonourTypeRecord>
