import { z } from 'zod'
import { SchemeId } from '../ids.ts'
import { Instant } from '../plainDate.ts'
import { assessorFields } from './assessor.ts'
import { Scheme } from './scheme.ts'

/** 方案状态: draft → trial 试行 → in-force 施行 → closed 废止. Only a draft can be edited. */
export const SCHEME_STATUSES = ['draft', 'trial', 'in-force', 'closed'] as const
export const SchemeStatus = z.enum(SCHEME_STATUSES)
export type SchemeStatus = z.infer<typeof SchemeStatus>

export const SchemeRecord = z.object({
  id: SchemeId,
  ...assessorFields,
  status: SchemeStatus,
  scheme: Scheme,
  copiedFrom: SchemeId.optional(),
  publishedAt: Instant.optional(),
  updatedAt: Instant,
})
export type SchemeRecord = z.infer<typeof SchemeRecord>
