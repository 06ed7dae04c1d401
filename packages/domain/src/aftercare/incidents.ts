import { addDays, beijingDate, dayText } from '@anjie/calendar-cn'
import {
  type Incident,
  type IncidentContent,
  type IncidentKind,
  type Incidents,
  MAX_INCIDENTS,
} from '@anjie/contracts/vocabulary/aftercare/incident'
import type { RecheckCause } from '@anjie/contracts/vocabulary/aftercare/recheck'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { RecheckId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { TITLE_LEVEL_NAMES } from '../honours/titleNames.ts'
import { INCIDENT_NAMES } from './grounds.ts'

/** What is entered, by a person or by a record elsewhere. */
export interface NewIncident extends Omit<IncidentContent, 'kind'> {
  readonly kind: IncidentKind
  readonly honour?: string | undefined
  readonly above?: Incident['above']
  /** Not before this day; without it at once. */
  readonly opensOn?: PlainDate | undefined
}

export const noIncidents = (
  unit: Unit,
  names: { readonly cityName: string; readonly countyName: string },
  at: string,
): Incidents => ({
  unitId: unit.id,
  county: unit.county,
  ...names,
  ...(unit.parentName === undefined ? {} : { townshipName: unit.parentName }),
  unitName: unit.name,
  unitKind: unit.kind,
  incidents: [],
  updatedAt: at,
})

/** 登记复核事由. The same one from the same source is entered once. */
export function enterIncident(
  state: Incidents,
  { kind, on, source, cause, honour, above, opensOn }: NewIncident,
  level: Level,
  at: string,
): Result<Step<'incidents'>, Problem> {
  const today = beijingDate(at)
  if (kind !== 'unit-ended' && on > today)
    return err({ code: 'invalid-input', detail: '发生日期不能晚于今天', pointer: '/on' })
  const known = state.incidents.find((each) => each.kind === kind && each.on === on && each.source === source)
  if (known !== undefined)
    return err({
      code: 'invalid-input',
      detail: `${state.unitName}已按“${source}”登记过${dayText(on)}的这一情形`,
      pointer: '/source',
    })
  if (state.incidents.length >= MAX_INCIDENTS)
    return err({ code: 'invalid-input', detail: `一个单位最多登记${MAX_INCIDENTS}条事由` })
  const incident: Incident = {
    number: (state.incidents.at(-1)?.number ?? 0) + 1,
    kind,
    on,
    source,
    cause,
    ...(honour === undefined ? {} : { honour }),
    ...(above === undefined ? {} : { above }),
    level,
    enteredAt: at,
    opensOn: opensOn ?? today,
  }
  return ok({
    next: { ...state, incidents: [...state.incidents, incident], updatedAt: at },
    fact: { type: 'IncidentEntered', details: { kind: INCIDENT_NAMES[kind], on, source, cause } },
  })
}

/** 单位撤并 lays its titles before whoever gave them from the day on which it is no more. */
export const unitEnded = (
  unit: Unit,
  successors: readonly Pick<Unit, 'name'>[],
  approvalReference: string,
): NewIncident => {
  const on = unit.validTo
  if (on === undefined) throw new Error(`${unit.id} has not ended`)
  const names = successors.map(({ name }) => name).join('、')
  return {
    kind: 'unit-ended',
    on,
    source: approvalReference,
    cause: names === '' ? `${unit.name}撤销` : `${unit.name}撤并，由${names}承继`,
    opensOn: addDays(on, 1),
  }
}

/** Those whose day has come and that opened nothing yet, the oldest first. */
export const waitingIncidents = ({ incidents }: Incidents, at: string): readonly Incident[] =>
  incidents.filter(({ opened, opensOn }) => opened === undefined && opensOn <= beijingDate(at))

/** The day from which on the clock looks at a unit's incidents; undefined when nothing waits. */
export const incidentsDueOn = ({ incidents }: Incidents): PlainDate | undefined =>
  incidents
    .filter(({ opened }) => opened === undefined)
    .map(({ opensOn }) => opensOn)
    .toSorted()[0]

export const causeOf = ({ kind, cause, source, on, number }: Incident): RecheckCause => ({
  kind,
  text: `${INCIDENT_NAMES[kind]}：${cause}`,
  source,
  on,
  incident: number,
})

/** What came of one incident. */
export function incidentOpened(
  state: Incidents,
  number: number,
  { cases, joined }: { readonly cases: readonly RecheckId[]; readonly joined: readonly RecheckId[] },
  at: string,
): Step<'incidents'> {
  const incident = state.incidents.find((each) => each.number === number)
  if (incident === undefined) throw new Error(`${state.unitId} has no incident ${number}`)
  return {
    next: {
      ...state,
      incidents: state.incidents.map((each) =>
        each.number === number ? { ...each, opened: { at, cases: [...cases], joined: [...joined] } } : each,
      ),
      updatedAt: at,
    },
    fact: {
      type: 'IncidentOpened',
      details: {
        kind: INCIDENT_NAMES[incident.kind],
        opened: String(cases.length),
        joined: String(joined.length),
      },
    },
  }
}

const LEVEL_ORDER: readonly Title['level'][] = ['county', 'city', 'province', 'national']

/** Whether an incident is about a title: a lower title's revocation only about those that rest on it. */
export const concernsTitle = (
  { honour, above }: Pick<Incident, 'honour' | 'above'>,
  title: Pick<Title, 'honour' | 'level'>,
): boolean =>
  honour === undefined ||
  (title.honour === honour && (above === undefined || LEVEL_ORDER.indexOf(title.level) >= LEVEL_ORDER.indexOf(above)))

/** 下一级称号被撤销: the higher titles of the honour rest on it, and are looked at; lower ones stay as they are. */
export const lowerRevoked = (title: Title, documentNumber: string, on: PlainDate): NewIncident => ({
  kind: 'lower-revoked',
  on,
  source: documentNumber,
  cause: `${TITLE_LEVEL_NAMES[title.level]}“${title.honourName}”称号被撤销`,
  honour: title.honour,
  above: title.level,
})
