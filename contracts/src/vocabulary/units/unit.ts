import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { UnitKind } from './unitKind.ts'

/** 基层单位: a record of the tenant with our own id, validity dates and successor links, because villages merge and codes change. */
export const Unit = z.object({
  id: UnitId,
  county: CountyCode,
  kind: UnitKind,
  name: line({ min: 1, max: 60 }),
  /** The township a village or post belongs to. */
  parentId: UnitId.optional(),
  parentName: line({ max: 60 }).optional(),
  /** 曾用名, oldest first, each with its last day; empty once a change was taken back. */
  formerNames: z.array(z.object({ name: line({ max: 60 }), until: PlainDate })).optional(),
  validFrom: PlainDate,
  /** Last day. */
  validTo: PlainDate.optional(),
  /** Units that stand in its place since then: none, it was dissolved; one, merged into it; several, divided. */
  successors: z.array(UnitId),
  /** 登记已撤回: it was registered by mistake and never stood; the same name can be registered again. */
  withdrawn: z.literal(true).optional(),
  updatedAt: Instant,
})
export type Unit = z.infer<typeof Unit>
