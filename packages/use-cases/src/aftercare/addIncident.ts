import type { Incidents } from '@anjie/contracts/vocabulary/aftercare/incident'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { levelOf } from '@anjie/domain/access/index'
import { enterIncident, type NewIncident, noIncidents } from '@anjie/domain/aftercare/incidents'
import { ok, type Result } from '@anjie/kernel'
import type { Change, CommandContext, QueryContext, Versioned } from '../ports.ts'

/** 复核事由 of a unit; of one that never had any an empty record, at version 0. */
export async function incidentsOf(
  { store, divisions, now }: Pick<QueryContext, 'store' | 'divisions' | 'now'>,
  unit: Unit,
): Promise<Versioned<Incidents>> {
  const found = await store.get('incidents', unit.id)
  if (found !== undefined) return found
  const { cities, counties } = await divisions()
  const county = counties.find(({ code }) => code === unit.county)
  const names = {
    countyName: county?.name ?? unit.county,
    cityName: cities.find(({ code }) => code === county?.city)?.name ?? '',
  }
  return { state: noIncidents(unit, names, now), version: 0 }
}

/** The entry of one incident, for the commit of what it follows from: a unit that ends, a grave event that bars it, a lower title that is revoked. */
export async function incidentChange(
  context: Pick<CommandContext, 'store' | 'divisions' | 'now' | 'scope'>,
  unit: Unit,
  incident: NewIncident,
): Promise<Result<Change<'incidents'>, Problem>> {
  const { state, version } = await incidentsOf(context, unit)
  const step = enterIncident(state, incident, levelOf(context.scope), context.now)
  return step.ok ? ok({ kind: 'incidents', id: unit.id, expectedVersion: version, ...step.value }) : step
}
