import { z } from 'zod'
import { Role } from '../access/people.ts'
import { HonourCode } from '../honours/honourCodes.ts'
import { UnitId } from '../ids.ts'
import { PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { personName, postName } from './membershipRecord.ts'

/** A whole county's villages in one file, with room. */
export const MAX_POST_ROWS = 600

/** 登录名: of an account that is made along where the system has a user pool. */
export const AccountName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{2,59}$/, '登录名为3至60位小写字母、数字和 . _ -，以字母或数字开头')

/** What a post is to be. */
export const PostGiven = {
  personName,
  post: postName,
  roles: z.array(Role).min(1).max(8),
  units: z.array(UnitId).min(1).max(20).optional(),
  honours: z.array(HonourCode).min(1).max(20).optional(),
  validUntil: PlainDate,
} as const

/** 批量邀请: a line of a file or of what was pasted; places and units by their names, as a clerk writes them. */
export const PostRow = z.strictObject({
  personName: line({ max: 40 }),
  post: line({ max: 60 }),
  /** 所在单位: unit names, several with 、 between them; empty for the county's own posts. */
  unitNames: line({ max: 400 }),
  /** 岗位权限: role names, several with 、 between them; empty: 单位填报人 where there is a unit. */
  roleNames: line({ max: 100 }),
  /** 分管荣誉: names of honours, several with 、 between them; empty: all. */
  honourNames: line({ max: 200 }).optional(),
  validUntil: line({ max: 20 }),
  accountName: line({ max: 60 }).optional(),
})
export type PostRow = z.infer<typeof PostRow>

/** 逐行结果. */
export const PostRowResult = z.object({
  row: z.int(),
  personName: z.string(),
  /** `invited`: a post and a code; `renewed`: the post was there, unused, with a new code; `known`: it was there; `refused`: see `reason`. */
  outcome: z.enum(['invited', 'renewed', 'known', 'refused']),
  membershipId: z.string().optional(),
  reason: z.string().optional(),
  /** Shown once; a repeat of the call does not know it any more. */
  code: z.string().optional(),
  accountName: z.string().optional(),
  firstPassword: z.string().optional(),
})
export type PostRowResult = z.infer<typeof PostRowResult>
