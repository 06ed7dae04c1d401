import { beijingDate } from '@anjie/calendar-cn'
import type { planProcedure as operation } from '@anjie/contracts/operations/procedure'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { planProcedure as decide } from '@anjie/domain/procedure/planProcedure'
import { formOf } from '@anjie/domain/submissions/form'
import { hasEnded } from '@anjie/domain/units/unitChange'
import { err } from '@anjie/kernel'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { checkVersion, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Change, Command } from '../ports.ts'
import { commitArranged } from './arrangePapers.ts'
import { findProcedure } from './changeProcedure.ts'

/** 安排程序, from the version of the cycle that was read: cycle and procedure in one commit, then the papers of a cycle that is open. */
export const planProcedure: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await findProcedure(context, params.cycleId)
  if (!found.ok) return found
  const { cycle, procedure } = found.value
  const scheme = await store.rules(cycle.state.schemeId)
  if (scheme === undefined) return err(notFound('scheme'))
  const expected = checkVersion(context, cycle.version)
  if (!expected.ok) return expected
  const named = [...new Set<string>([...body.scorers.map(({ unitId }) => unitId), ...body.consulted])]
  const units = new Map<string, Unit>()
  for (const [id, { state }] of await store.getMany('unit', named))
    if (!hasEnded(state, beijingDate(now))) units.set(id, state)
  const items = [...new Set(formOf(scheme, cycle.state, 'commission').cells.map(({ item }) => item))]
  const decision = decide(cycle.state, procedure.state, body, items, units, member, now)
  if (!decision.ok) return decision
  const outcome = { id: params.cycleId, version: cycle.version + 1, status: cycle.state.status }
  const changes: Change[] = [
    { kind: 'cycle', id: params.cycleId, expectedVersion: cycle.version, ...decision.value.cycle },
    { kind: 'procedure', id: params.cycleId, expectedVersion: procedure.version, ...decision.value.procedure },
  ]
  const subjects = await subjectsOf(store, cycle.state)
  return commitArranged(
    context,
    { cycle: cycle.state, procedure: procedure.state, subjects },
    { cycle: decision.value.cycle.next, procedure: decision.value.procedure.next, subjects },
    changes,
    outcome,
  )
}
