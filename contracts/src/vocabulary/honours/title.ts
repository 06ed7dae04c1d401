import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { BatchId, CertificateSerial, DocumentNumber, RecheckId, TitleId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { UnitPlace } from '../units/unit.ts'
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

/** How a title stands on a day: its state, or what follows from the day (`titleStanding` in the domain). */
export const TITLE_STANDING_NAMES = [
  'valid',
  'upcoming',
  'listed',
  'recheck',
  'rectify',
  'expired',
  'ended',
  'deregistered',
  'taken-back',
  'revoked',
] as const

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
  /** 随单位划转: where its unit stands today. What was named and published keeps the names of that day. */
  carriedTo: UnitPlace.optional(),
  status: TitleStatus,
  namedOn: PlainDate.optional(),
  /** First day of the term, of a renewal the day after the former one ends; without it the day of naming. */
  validFrom: PlainDate.optional(),
  validUntil: PlainDate.optional(),
  /** 续期: the title whose term it follows. */
  renews: TitleId.optional(),
  /** Since when the unit has held this rung without a break, by terms that followed each other. */
  continuesSince: PlainDate.optional(),
  /** 有效期补登: of a title of a public list, by which paper it runs so long. */
  termBasis: z.string().optional(),
  /** When unit and county were told that it runs out. */
  expiryToldOn: PlainDate.optional(),
  /** The re-check that is open; a title has one at most. */
  openRecheck: RecheckId.optional(),
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
  /** 限期整改: until when. */
  mendBy: PlainDate.optional(),
  /** 撤销: by which decision, for what, and from when on the unit may apply again. */
  revoked: z
    .object({ documentNumber: DocumentNumber, on: PlainDate, grounds: z.string(), reapplyFrom: PlainDate })
    .optional(),
  /** 撤销决定经申诉变更: the title holds again. */
  restored: z.object({ on: PlainDate, reason: z.string() }).optional(),
  /** 注销: the unit is no more; who stands in its place. No stigma. */
  deregistered: z.object({ on: PlainDate, reason: z.string(), successors: z.array(z.string()) }).optional(),
  /** 撤回登记: entered by mistake out of a public list; it is shown nowhere any more. */
  entryWithdrawn: z.object({ on: PlainDate, reason: z.string() }).optional(),
  source: z.object({ kind: z.enum(['named-here', 'public-listing']), url: z.string().optional() }),
  updatedAt: Instant,
})
export type Title = z.infer<typeof Title>
