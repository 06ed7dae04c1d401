import type {
  enterIncident as enterOperation,
  getIncidents as getOperation,
  listIncidents as listOperation,
} from '@anjie/contracts/operations/aftercare'
import { levelOf } from '@anjie/domain/access/index'
import { enterIncident as enter } from '@anjie/domain/aftercare/incidents'
import { ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Command, Query } from '../ports.ts'
import { incidentsOf } from './addIncident.ts'

/** 负面清单情形 of this jurisdiction. */
export const listIncidents: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  { store },
  { query },
) => {
  const { cursor, ...filter } = query
  const page = await store.find('incidents', filter, { cursor })
  return page.ok ? ok({ ...page.value, rows: [...page.value.rows] }) : page
}

/** Those of one unit. */
export const getIncidents: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const unit = await findRecord(context, 'unit', params.unitId)
  if (!unit.ok) return unit
  const { state, version } = await incidentsOf(context, unit.value.state)
  return ok({
    unitId: state.unitId,
    unitName: unit.value.state.name,
    countyName: state.countyName,
    version,
    incidents: state.incidents.toReversed(),
  })
}

/** 登记负面清单情形; the clock opens the re-checks that follow from it. */
export const enterIncident: Command<InputOf<typeof enterOperation>> = async (context, { params, body }) => {
  const unit = await findRecord(context, 'unit', params.unitId)
  if (!unit.ok) return unit
  const { state, version } = await incidentsOf(context, unit.value.state)
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const step = enter(state, body, levelOf(context.scope), context.now)
  if (!step.ok) return step
  const outcome = { id: params.unitId, version: version + 1, status: 'waiting' }
  const written = await context.store.commit(
    [{ kind: 'incidents', id: params.unitId, expectedVersion: version, ...step.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
