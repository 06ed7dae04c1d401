import { z } from 'zod'
import { Jurisdiction, MAX_UNITS_OF_POST, MachineScope, Role } from '../access/people.ts'
import { HonourCode } from '../honours/honourCodes.ts'
import { InvitationId, MembershipId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'

/** 任职状态: invited 已邀请 → in-office 在任 → ended 已解除. The operator's and a machine's begin in office. */
export const MEMBERSHIP_STATUSES = ['invited', 'in-office', 'ended'] as const
export const MembershipStatus = z.enum(MEMBERSHIP_STATUSES)
export type MembershipStatus = z.infer<typeof MembershipStatus>

export const MEMBERSHIP_ACTIONS = ['renew', 'change', 'end'] as const
export type MembershipAction = (typeof MEMBERSHIP_ACTIONS)[number]

export const personName = line({ min: 1, max: 40 })
export const postName = line({ min: 1, max: 60 })

/** The units of a post with their names of that day. */
export const PostUnits = z
  .array(z.object({ id: UnitId, name: line({ min: 1, max: 60 }) }))
  .min(1)
  .max(MAX_UNITS_OF_POST)

/**
 * 任职: one post of one person or machine. It lies in the partition of the jurisdiction for which it acts, so whoever cannot write
 * there cannot give such a post; which log-in holds it is known as a digest only.
 */
export const MembershipRecord = z.object({
  id: MembershipId,
  holder: z.enum(['person', 'machine']),
  /** Known once somebody holds it, or from the start where a known person gets one more post. */
  personId: line({ min: 1, max: 200 }).optional(),
  personName,
  post: postName,
  jurisdiction: Jurisdiction,
  jurisdictionName: line({ min: 1, max: 60 }),
  roles: z.array(Role).min(1),
  units: PostUnits.optional(),
  honours: z.array(HonourCode).min(1).optional(),
  scopes: z.array(MachineScope).min(1).optional(),
  validUntil: PlainDate,
  status: MembershipStatus,
  /** SHA-256 of `<issuer>#<subject>` (a machine's: `<issuer>#<client id>`). */
  boundTo: z.string().optional(),
  /** The only code that is good now; an earlier one of the same post is not. */
  invitation: z.object({ id: InvitationId, endsOn: PlainDate }).optional(),
  /** 随区划划转: the same post for the place that goes on under another code; this one reads its history and finishes its cases. */
  continuedAs: MembershipId.optional(),
  updatedAt: Instant,
})
export type MembershipRecord = z.infer<typeof MembershipRecord>

/** 邀请码: found by the digest of its code, and good only while its post says so. */
export const Invitation = z.object({ membershipId: MembershipId, endsOn: PlainDate })
export type Invitation = z.infer<typeof Invitation>
