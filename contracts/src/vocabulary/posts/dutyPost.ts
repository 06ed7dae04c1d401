import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { DutyPostId, MembershipId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { UnitKind } from '../units/unitKind.ts'

/** 岗位类型: a closed list; what holds for a kind stands in the domain, one file each. */
export const DUTY_POST_KINDS = ['township-commissioner', 'village-commissioner'] as const
export const DutyPostKind = z.enum(DUTY_POST_KINDS)
export type DutyPostKind = z.infer<typeof DutyPostKind>

export const DUTY_POST_STATUSES = ['filled', 'vacant', 'ended'] as const
export const DutyPostStatus = z.enum(DUTY_POST_STATUSES)
export type DutyPostStatus = z.infer<typeof DutyPostStatus>

export const DUTY_POST_ACTIONS = ['fill', 'amend', 'vacate', 'end', 'take-over', 'take-back'] as const
export const DutyPostAction = z.enum(DUTY_POST_ACTIONS)
export type DutyPostAction = z.infer<typeof DutyPostAction>

/** 常职职务: a village commissioner is one of the village's standing cadres. */
export const CADRE_POSTS = [
  'secretary',
  'director',
  'deputy-secretary',
  'deputy-director',
  'member',
  'supervisor',
  'clerk',
] as const
export const CadrePost = z.enum(CADRE_POSTS)
export type CadrePost = z.infer<typeof CadrePost>

/** 兼任: what else the same person does; shown because nobody can do everything. */
export const SIDE_DUTIES = ['security', 'mediation', 'grid', 'police-aide', 'petitions', 'militia'] as const
export const SideDuty = z.enum(SIDE_DUTIES)
export type SideDuty = z.infer<typeof SideDuty>

export const HolderName = line({ min: 2, max: 30, tooShort: '请填写姓名' })
const Reason = line({ min: 2, max: 200, tooShort: '请写明原因' })
export const PostBasis = line({ min: 2, max: 80, tooShort: '请写明设岗依据' })

/** What is said of a holder when a post is filled. */
export const HolderContent = z.strictObject({
  name: HolderName,
  /** 党委副书记: of a township commissioner. */
  deputy: z.boolean().optional(),
  /** Of a village commissioner. */
  cadre: CadrePost.optional(),
  besides: z.array(SideDuty).max(SIDE_DUTIES.length),
  /** The person's own log-in, where there is one. */
  membershipId: MembershipId.optional(),
})
export type HolderContent = z.infer<typeof HolderContent>

export const Appointment = HolderContent.extend({ from: PlainDate })
export type Appointment = z.infer<typeof Appointment>

/** 任期: one holder from a day to a day. Names stay in the county. */
export const PostHolding = z.object({
  /** From 1; it tells the holders of a post apart without a name. */
  number: z.int().min(1),
  ...HolderContent.shape,
  /** Of the log-in: by it two posts of one person are told. */
  personId: z.string().optional(),
  from: PlainDate,
  /** Last day. */
  to: PlainDate.optional(),
  left: z.object({ by: z.enum(['replaced', 'vacated', 'ended']), reason: Reason }).optional(),
})
export type PostHolding = z.infer<typeof PostHolding>

/** 岗位: belongs to a registered unit and has holders over time. It carries no pay (村民委员会组织法 第24条). */
export const DutyPost = z.object({
  id: DutyPostId,
  kind: DutyPostKind,
  county: CountyCode,
  unitId: UnitId,
  unitName: z.string(),
  unitKind: UnitKind,
  townshipId: UnitId,
  townshipName: z.string(),
  status: DutyPostStatus,
  /** 设岗期间, oldest first: a post that ended can be set up again. */
  terms: z.array(z.object({ from: PlainDate, to: PlainDate.optional(), basis: PostBasis, reason: Reason.optional() })),
  /** 常职干部人数 of the village. */
  cadres: z.int().min(1).max(30).optional(),
  /** Of a post that another unit's post went over into. */
  takenOverFrom: z.object({ postId: DutyPostId, title: z.string() }).optional(),
  /** Oldest first. */
  holdings: z.array(PostHolding),
  updatedAt: Instant,
})
export type DutyPost = z.infer<typeof DutyPost>

export const MAX_POSTS_AT_ONCE = 40

/** 设岗: a post at a unit, with its first holder where there is one. */
export const NewDutyPost = z.strictObject({
  kind: DutyPostKind,
  unitId: UnitId,
  from: PlainDate,
  basis: PostBasis,
  cadres: DutyPost.shape.cadres,
  holder: Appointment.optional(),
})
export type NewDutyPost = z.infer<typeof NewDutyPost>
