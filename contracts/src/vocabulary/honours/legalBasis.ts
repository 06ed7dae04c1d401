import { z } from 'zod'
import { Level } from '../divisions/divisions.ts'
import { BasisFileId, BasisId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { Evidence } from '../submissions/submission.ts'
import { line, lines } from '../text.ts'
import { HonourCode } from './honourCodes.ts'
import { TitleLevel } from './honourType.ts'

/** 依据类别: 创建示范活动, 评比达标表彰. */
export const REGIMES = ['creation-demonstration', 'commendation'] as const
export const Regime = z.enum(REGIMES)
export type Regime = z.infer<typeof Regime>

/** 主办单位性质: which issuers may use which regime, the rules say. */
export const ISSUER_KINDS = [
  'central-organ',
  'provincial-organ',
  'party-committee',
  'government',
  'department',
  'township',
] as const
export const IssuerKind = z.enum(ISSUER_KINDS)
export type IssuerKind = z.infer<typeof IssuerKind>

/** 批准文号 by its form: a document of an office, or an item of a catalogue of approved projects. */
export const ApprovalNumber = line({ min: 4, max: 80 }).refine(
  (text) => /〔20\d{2}〕[1-9]\d{0,3}号$/.test(text) || /目录.*第\d+项$/.test(text),
  '应为批准文号（如“省平安办〔2026〕12号”）或目录条目（如“创建示范活动保留项目目录第12项”）',
)

export const BasisContent = z.strictObject({
  honour: HonourCode,
  regime: Regime,
  /** 主办单位 */
  issuer: line({ min: 2, max: 60 }),
  issuerKind: IssuerKind,
  issuerLevel: TitleLevel,
  /** 批准机关的级别 */
  approvedBy: TitleLevel,
  approvalNumber: ApprovalNumber,
  approvedOn: PlainDate,
  /** Last day; without one it holds until it is ended. */
  endsOn: PlainDate.optional(),
  /** 批准文件: its name in the office's files. */
  file: line({ min: 2, max: 120 }),
  note: lines({ max: 500 }).optional(),
})
export type BasisContent = z.infer<typeof BasisContent>

/** 批准文件 itself, as it was uploaded. */
export const MAX_BASIS_FILES = 3
export const BasisFile = Evidence.omit({ item: true, id: true }).extend({ id: BasisFileId })
export type BasisFile = z.infer<typeof BasisFile>

/** 批准依据 of one honour at the level whose code its id bears. */
export const LegalBasisRecord = BasisContent.extend({
  id: BasisId,
  level: Level,
  files: z.array(BasisFile).max(MAX_BASIS_FILES).optional(),
  endedFor: line({ min: 2, max: 200 }).optional(),
  updatedAt: Instant,
})
export type LegalBasisRecord = z.infer<typeof LegalBasisRecord>
