import type {
  assembleTeams as assembleOperation,
  getFieldTeams as getOperation,
} from '@anjie/contracts/operations/procedure'
import { MembershipId } from '@anjie/contracts/vocabulary/ids'
import { assembleTeams as decide } from '@anjie/domain/procedure/assembleTeams'
import { allowedProcedureActions } from '@anjie/domain/procedure/procedureTransitions'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import { ok } from '@anjie/kernel'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { checkVersion } from '../findRecord.ts'
import { foundRows } from '../foundRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Command, Query } from '../ports.ts'
import { commitArranged } from './arrangePapers.ts'
import { findProcedure } from './changeProcedure.ts'
import { allowedAction, cycleShown } from './shown.ts'

/** 考评组 with whom they can be made of. */
export const getFieldTeams: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const { store, member } = context
  const found = await findProcedure(context, params.cycleId)
  if (!found.ok) return found
  const { cycle, procedure } = found.value
  const [subjects, posts] = await Promise.all([
    subjectsOf(store, cycle.state),
    foundRows(store, 'membership', { stage: 'open' }),
  ])
  return ok({
    cycle: cycleShown(cycle.state),
    version: procedure.version,
    assemble: allowedAction(allowedProcedureActions(procedure.state, cycle.state, member), 'assemble'),
    teams: procedure.state.teams,
    subjects: subjects.map(({ code, name }) => ({ code, name })),
    people: posts
      .filter(
        ({ status, fields }) =>
          status === 'in-office' &&
          fields.holder === 'person' &&
          fields.units === undefined &&
          fields.jurisdiction === assessorCode(cycle.state),
      )
      .map(({ id, title, fields }) => ({ id: MembershipId.parse(id), personName: title, post: fields.post })),
  })
}

/** 组建考评组; the visits of a team that is changed go over to the new one. */
export const assembleTeams: Command<InputOf<typeof assembleOperation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await findProcedure(context, params.cycleId)
  if (!found.ok) return found
  const { cycle, procedure } = found.value
  const expected = checkVersion(context, procedure.version)
  if (!expected.ok) return expected
  const subjects = await subjectsOf(store, cycle.state)
  const posts = await store.getMany('membership', [...new Set(body.teams.flatMap(({ members }) => members))])
  const states = new Map([...posts].map(([id, { state }]) => [id, state] as const))
  const decision = decide(procedure.state, body.teams, subjects, states, cycle.state, member, now)
  if (!decision.ok) return decision
  const outcome = { id: params.cycleId, version: procedure.version + 1, status: procedure.state.status }
  return commitArranged(
    context,
    { cycle: cycle.state, procedure: procedure.state, subjects },
    { cycle: cycle.state, procedure: decision.value.next, subjects },
    [{ kind: 'procedure', id: params.cycleId, expectedVersion: procedure.version, ...decision.value }],
    outcome,
  )
}
