import { z } from 'zod'
import { CountyCode, Level } from '../divisions/divisions.ts'
import { TitleLevel } from '../honours/honourType.ts'
import { RecheckId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { UnitKind } from '../units/unitKind.ts'

/** 负面清单情形 that a person enters, with where it is known from. `lapsed` costs a yellow card and no title. */
export const ENTERED_INCIDENTS = [
  'leader-punished',
  'organised-crime',
  'drugs',
  'cult',
  'homicide',
  'safety-accident',
  'mass-incident',
  'rights-violation',
  'false-application',
  'lapsed',
] as const
export const EnteredIncident = z.enum(ENTERED_INCIDENTS)
export type EnteredIncident = z.infer<typeof EnteredIncident>

/** 复核事由: with those that follow from records elsewhere, a grave event that bars a unit, its end, a title below that was revoked. */
export const INCIDENT_KINDS = [...ENTERED_INCIDENTS, 'barred', 'unit-ended', 'lower-revoked'] as const
export const IncidentKind = z.enum(INCIDENT_KINDS)
export type IncidentKind = z.infer<typeof IncidentKind>

export const IncidentContent = z.strictObject({
  kind: EnteredIncident,
  /** 发生日期 */
  on: PlainDate,
  /** 来源: which office or paper says so, with its number. */
  source: line({ min: 2, max: 120, tooShort: '请写明由哪个部门、哪份材料认定' }),
  cause: line({ min: 2, max: 200, tooShort: '请写明情形' }),
})
export type IncidentContent = z.infer<typeof IncidentContent>

/** One reason to look at a unit's titles once more; it opens their re-checks by itself. */
export const Incident = z.object({
  number: z.int().min(1),
  kind: IncidentKind,
  on: PlainDate,
  source: z.string(),
  cause: z.string(),
  /** Of a title below: the honour whose higher titles are meant. */
  honour: z.string().optional(),
  /** 级别 of that title. */
  above: TitleLevel.optional(),
  level: Level,
  enteredAt: Instant,
  /** From this day on re-checks are opened by it. */
  opensOn: PlainDate,
  /** What came of it: the cases that it opened, and those open already that took it up. */
  opened: z.object({ at: Instant, cases: z.array(RecheckId), joined: z.array(RecheckId) }).optional(),
})
export type Incident = z.infer<typeof Incident>

export const MAX_INCIDENTS = 60

/** 复核事由 of one unit, those that were dealt with included: id is the unit's. */
export const Incidents = z.object({
  unitId: UnitId,
  county: CountyCode,
  cityName: z.string(),
  countyName: z.string(),
  townshipName: z.string().optional(),
  unitName: z.string(),
  unitKind: UnitKind,
  incidents: z.array(Incident).max(MAX_INCIDENTS),
  updatedAt: Instant,
})
export type Incidents = z.infer<typeof Incidents>
