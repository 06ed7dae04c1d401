import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { UnitKind } from './unitKind.ts'

/** 现属: where a unit stands since its county came under another code, and under which number. */
export const UnitPlace = z.object({
  unitId: UnitId,
  county: CountyCode,
  cityName: z.string(),
  countyName: z.string(),
  townshipName: z.string().optional(),
  on: PlainDate,
})
export type UnitPlace = z.infer<typeof UnitPlace>

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
  /** 划转: the same unit goes on in another county's register; here it ended and did not cease. */
  moved: UnitPlace.optional(),
  /** 划自: the register from which it came. */
  movedFrom: UnitPlace.optional(),
  /** 登记已撤回: it was registered by mistake and never stood; the same name can be registered again. */
  withdrawn: z.literal(true).optional(),
  updatedAt: Instant,
})
export type Unit = z.infer<typeof Unit>
