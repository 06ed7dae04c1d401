import type { getProcedurePlan as operation } from '@anjie/contracts/operations/procedure'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { allowedProcedureActions } from '@anjie/domain/procedure/procedureTransitions'
import { scorersOfItems } from '@anjie/domain/procedure/scorersOfItems'
import { formOf } from '@anjie/domain/submissions/form'
import { err, ok } from '@anjie/kernel'
import { notFound } from '../findRecord.ts'
import { foundRows } from '../foundRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { findProcedure } from './changeProcedure.ts'
import { allowedAction, cycleShown } from './shown.ts'

/** The plan as it stands, and what another can be made of. */
export const getProcedurePlan: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const { store, member } = context
  const found = await findProcedure(context, params.cycleId)
  if (!found.ok) return found
  const { cycle, procedure } = found.value
  const [scheme, departments] = await Promise.all([
    store.rules(cycle.state.schemeId),
    cycle.state.county === undefined ? [] : foundRows(store, 'unit', { stage: 'open', group: 'department' }),
  ])
  if (scheme === undefined) return err(notFound('scheme'))
  const suppliers = scorersOfItems(scheme)
  const items = new Map(formOf(scheme, cycle.state, 'commission').cells.map(({ item }) => [item.code, item.name]))
  const { scorers, consulted, question = '' } = procedure.state
  return ok({
    cycle: cycleShown(cycle.state),
    version: cycle.version,
    plan: allowedAction(allowedProcedureActions(procedure.state, cycle.state, member), 'plan'),
    scorers,
    consulted,
    question,
    departments: departments.map(({ id, title }) => ({ id: UnitId.parse(id), name: title })),
    items: [...items].map(([code, name]) => ({ code, name, supplier: suppliers.get(code) ?? '' })),
  })
}
