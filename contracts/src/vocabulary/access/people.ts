import { z } from 'zod'
import { CityCode, CountyCode, Level, ProvinceCode } from '../divisions/divisions.ts'
import { HonourCode } from '../honours/honourCodes.ts'
import { MembershipId, UnitId } from '../ids.ts'
import { PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'

/** Few fixed roles (岗位权限); a person may hold several at one post. */
export const ROLES = [
  'province-admin',
  'province-reviewer',
  'auditor',
  'city-reviewer',
  'county-admin',
  'county-reviewer',
  'county-reporter',
  'unit-reporter',
] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** 管辖范围: the one jurisdiction for which a post acts. A county is a tenant; cities and the province oversee. */
export const Jurisdiction = z.discriminatedUnion('level', [
  z.object({ level: z.literal('county'), code: CountyCode }),
  z.object({ level: z.literal('city'), code: CityCode }),
  z.object({ level: z.literal('province'), code: ProvinceCode }),
])
export type Jurisdiction = z.infer<typeof Jurisdiction>

/** One clerk looks after some villages; whoever looks after more works for the county. */
export const MAX_UNITS_OF_POST = 20

/** 接口权限: what a machine client may call, area by area of the interface. */
export const MACHINE_AREAS = [
  'divisions',
  'units',
  'people',
  'catalogue',
  'schemes',
  'cycles',
  'submissions',
  'league-tables',
  'appeals',
  'objections',
  'honours',
  'aftercare',
  'moves',
  'notices',
  'intake',
  'home',
  'messages',
  'registers',
  'supervision',
  'procedure',
  'disputes',
  'posts',
] as const
export type MachineArea = (typeof MACHINE_AREAS)[number]
export const MACHINE_SCOPES = MACHINE_AREAS.flatMap((area) => [`${area}:read`, `${area}:write`] as const)
export const MachineScope = z.enum(MACHINE_SCOPES)
export type MachineScope = z.infer<typeof MachineScope>

/** 任职记录: what a signed-in person may do. It comes from our own record and never from a token's claims. */
export const Membership = z.object({
  /** `<issuer>#<subject>` of the verified token. */
  identity: line({ min: 3, max: 400 }),
  /** Our own id of the person, so that facts do not carry an issuer's identifiers. */
  personId: line({ min: 1, max: 200 }),
  personName: line({ min: 1, max: 40 }),
  /** 职务, as printed on an approval sheet. */
  post: line({ min: 1, max: 60 }),
  jurisdiction: Jurisdiction,
  /** Of the county, city or province; of a post at a unit, county and unit. */
  jurisdictionName: line({ min: 1, max: 60 }),
  roles: z.array(Role).min(1),
  /** 所在单位: a post below the county acts for these units of it, and for nothing else. */
  units: z.array(UnitId).min(1).max(MAX_UNITS_OF_POST).optional(),
  /** Where the same person holds another post below the county: on those cases they do not decide. */
  unitsElsewhere: z.array(UnitId).optional(),
  /** 分管的荣誉类型: a reviewer of a sector (health, education, police, justice) sees these only. Without it all. */
  honours: z.array(HonourCode).min(1).optional(),
  /** Of a machine client; people have none. */
  scopes: z.array(MachineScope).min(1).optional(),
  validUntil: PlainDate,
  version: z.int().min(1),
  /** The record that it was made from. */
  id: MembershipId.optional(),
})
export type Membership = z.infer<typeof Membership>

/** Who did something, as a fact keeps it. */
export const Actor = z.object({
  personId: z.string(),
  personName: z.string(),
  post: z.string(),
  level: z.union([Level, z.literal('system')]),
  /** Division code of the actor's jurisdiction; `system` for the clock and the platform operator. */
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  /** 接口客户端: a program acted, and no person. */
  machine: z.literal(true).optional(),
  /** Of a post below the county: the unit for which it acted. */
  unit: UnitId.optional(),
})
export type Actor = z.infer<typeof Actor>
