import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { BatchId, CertificateSerial, DocumentNumber, TitleId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { UnitKind } from '../units/unitKind.ts'
import { Grade, HonourType, TitleLevel } from './honourType.ts'

/** 称号状态. 注销 (deregistered: merged or dissolved, without stigma) is not 撤销 (revoked); 命名撤回 (taken-back): the decision itself was wrong. */
export const TITLE_STATUSES = [
  'active',
  'under-recheck',
  'retained',
  'rectify',
  'revoked',
  'taken-back',
  'deregistered',
  'expired',
] as const
export const TitleStatus = z.enum(TITLE_STATUSES)
export type TitleStatus = z.infer<typeof TitleStatus>

/** 称号: what a unit holds. Named by us, or taken over from a public listing with its source. */
export const Title = z.object({
  id: TitleId,
  county: CountyCode,
  honour: z.string().min(1),
  honourName: z.string().min(1),
  level: TitleLevel,
  grade: Grade.optional(),
  publicAs: HonourType.shape.publicAs,
  year: z.int(),
  unitId: UnitId.optional(),
  unitName: z.string(),
  unitKind: UnitKind,
  provinceName: z.string(),
  cityName: z.string(),
  countyName: z.string(),
  townshipName: z.string().optional(),
  status: TitleStatus,
  namedOn: PlainDate.optional(),
  validUntil: PlainDate.optional(),
  documentNumber: DocumentNumber.optional(),
  issuer: z.string().optional(),
  batchId: BatchId.optional(),
  serial: CertificateSerial.optional(),
  /** 更正: the numbers that earlier certificates of the title bear, oldest first, each with its last day and why. */
  corrections: z.array(z.object({ serial: CertificateSerial, on: PlainDate, reason: z.string() })).optional(),
  /** SHA-256 over the certificate's printed content, hexadecimal. */
  certificateHash: z.string().optional(),
  /** 命名撤回: by which decision, when and why. */
  takenBack: z.object({ documentNumber: DocumentNumber, on: PlainDate, reason: z.string() }).optional(),
  source: z.object({ kind: z.enum(['named-here', 'public-listing']), url: z.string().optional() }),
  updatedAt: Instant,
})
export type Title = z.infer<typeof Title>
