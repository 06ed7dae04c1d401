import { z } from 'zod'
import { CountyCode, ProvinceCode } from '../divisions/divisions.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line, lines } from '../text.ts'
import { DisputeKind } from './disputeKind.ts'
import { outcomes, SystemCode, SystemMapping } from './disputeMapping.ts'

const ULID = '[0-9A-HJKMNP-TV-Z]{26}'

export const DisputeId = z
  .string()
  .regex(new RegExp(`^\\d{4}[0-9A-Z]\\d\\.${ULID}$`), '编号格式不对')
  .brand<'DisputeId'>()
export type DisputeId = z.infer<typeof DisputeId>

export const DisputeDoubtId = z
  .string()
  .regex(new RegExp(`^\\d{4}[0-9A-Z]\\d\\.${ULID}$`), '编号格式不对')
  .brand<'DisputeDoubtId'>()
export type DisputeDoubtId = z.infer<typeof DisputeDoubtId>

/** The system that a dispute has which was entered here first. */
export const OWN_SYSTEM = 'anjie'
export const OWN_SYSTEM_NAME = '本系统登记'

/** 层级, from below. */
export const TIERS = ['village', 'township', 'county'] as const
export const Tier = z.enum(TIERS)
export type Tier = z.infer<typeof Tier>
export const tierNames = {
  village: '村（社区）',
  township: '乡镇（街道）',
  county: '县（市、区）',
} as const satisfies Record<Tier, string>

/** 难易: where a dispute begins. Ordinary ones at the village, common ones at the township, grave ones at the county. */
export const GRAVITIES = ['ordinary', 'common', 'grave'] as const
export const Gravity = z.enum(GRAVITIES)
export type Gravity = z.infer<typeof Gravity>
export const gravityNames = {
  ordinary: '简易',
  common: '一般',
  grave: '重大',
} as const satisfies Record<Gravity, string>

const OutcomeMark = z.strictObject({ stated: z.boolean(), on: PlainDate.nullable() })
export const OutcomeMarks = z.strictObject({
  agreed: OutcomeMark,
  performed: OutcomeMark,
  closed: OutcomeMark,
  settled: OutcomeMark,
})
export type OutcomeMarks = z.infer<typeof OutcomeMarks>

const digestText = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, '不是摘要')
export const PartyDigestsGiven = z.strictObject({
  name: digestText.nullable(),
  near: z.array(digestText).max(6),
  masked: digestText,
})

const short = (max: number) => line({ max })

/** What one system says of a dispute, in the common words; persons are digests. */
export const DisputeStatement = z.strictObject({
  system: SystemCode,
  caseNumber: line({ min: 1, max: 80 }),
  quotedNumbers: z.array(short(80)).max(20).default([]),
  receivedOn: PlainDate.nullable(),
  township: short(40).default(''),
  village: short(40).default(''),
  kind: DisputeKind.nullable().default(null),
  /** The source's own word. */
  kindWord: short(60).default(''),
  summary: lines({ max: 1000 }).default(''),
  organisation: short(80).default(''),
  amount: short(20).default(''),
  outcomeWord: short(60).default(''),
  outcomes: OutcomeMarks,
})
export type DisputeStatement = z.output<typeof DisputeStatement>

/** 来源: a statement as it is kept with its dispute. `home`: the record that this system's number always leads to first. */
export const DisputeOrigin = z.object({ ...DisputeStatement.shape, home: DisputeId, since: Instant })
export type DisputeOrigin = z.infer<typeof DisputeOrigin>

/** Whom a statement names, as digests: beside its record, because they are deleted by a day and a record's facts never are. */
export const StatementPersons = z.object({
  parties: z.array(PartyDigestsGiven).max(16),
  identities: z.array(digestText).max(32),
})
export type StatementPersons = z.infer<typeof StatementPersons>

/** 一次调解. */
export const Attempt = z.strictObject({
  on: PlainDate,
  tier: Tier,
  organisation: line({ min: 2, max: 60, tooShort: '请写明调解组织' }),
  agreed: z.boolean(),
})
export type Attempt = z.infer<typeof Attempt>

export const Dispute = z.object({
  id: DisputeId,
  county: CountyCode,
  /** 已并入: its origins stand in another dispute. */
  into: DisputeId.optional(),
  origins: z.array(DisputeOrigin).max(40),
  /** Homes of statements of which somebody decided that they are of other disputes. */
  apart: z.array(DisputeId).max(200),
  gravity: Gravity.nullable(),
  tier: Tier.nullable(),
  /** Why a grave one was not tried below. */
  tierReason: z.string().optional(),
  attempts: z.array(Attempt).max(40),
  updatedAt: Instant,
})
export type Dispute = z.infer<typeof Dispute>

/** 待判断的一对: two statements that may be of one dispute. A person decides once, and it stays. */
export const DisputeDoubt = z.object({
  id: DisputeDoubtId,
  county: CountyCode,
  /** Homes of the two statements. */
  pair: z.tuple([DisputeId, DisputeId]),
  /** What speaks for and against it, the strongest first. */
  reasons: z.array(z.string()),
  /** `withdrawn`: one of the two was taken back with its import; brought in again, it is asked about again. */
  status: z.enum(['open', 'same', 'different', 'withdrawn']),
  decided: z.object({ personName: z.string(), at: Instant, reason: z.string().optional() }).optional(),
  updatedAt: Instant,
})
export type DisputeDoubt = z.infer<typeof DisputeDoubt>

export const DisputeSystemId = z
  .string()
  .regex(/^(\d{2}|\d{4}[0-9A-Z]\d)\.[a-z][a-z0-9-]{0,31}$/, '编号格式不对')
  .brand<'DisputeSystemId'>()
export type DisputeSystemId = z.infer<typeof DisputeSystemId>

/** 字段对照 of one system, of the province for all or of a county for itself. */
export const DisputeSystem = z.object({
  id: DisputeSystemId,
  owner: z.union([ProvinceCode, CountyCode]),
  mapping: SystemMapping,
  updatedAt: Instant,
})
export type DisputeSystem = z.infer<typeof DisputeSystem>

/** What a dispute comes to, in short: lists, counts and reconciliations read these and no record. */
export const DisputeTally = z.object({
  id: DisputeId,
  version: z.int().min(1),
  entries: z.array(
    z.object({
      system: SystemCode,
      caseNumber: z.string(),
      receivedOn: PlainDate.nullable(),
      township: z.string(),
      village: z.string(),
      kind: DisputeKind.nullable(),
      said: z.array(z.enum(outcomes)),
    }),
  ),
  gravity: Gravity.nullable(),
  tier: Tier.nullable(),
  attempts: z.int().min(0),
})
export type DisputeTally = z.infer<typeof DisputeTally>

/** A pair that waits for a person. */
export const OpenDoubt = z.object({ id: DisputeDoubtId })
export type OpenDoubt = z.infer<typeof OpenDoubt>
