import type { getCycle as operation } from '@anjie/contracts/operations/cycles'
import { allowedCycleActions, isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { unitOfSubject } from '@anjie/domain/cycles/unitOfSubject'
import { isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { err, ok } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { cycleTimeline } from './cycleTimeline.ts'
import { subjectsOf } from './subjectsOf.ts'

/** The cycle. Outside its own commission nothing is told of runs that were not released. */
export const getCycle: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const found = await findRecord(context, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state, version } = found.value
  const isOwn = isOwnAssessor(state, context.member)
  if (!isCycleVisibleTo(context.member, state)) return err(notFound('cycle'))
  const { subjectCount: _counted, divisions: _placed, subjectParts: _named, ...own } = state
  const { scope } = context
  const [all, scheme, timeline] = await Promise.all([
    subjectsOf(context.store, state),
    findRecord(context, 'scheme', state.schemeId),
    cycleTimeline(context, state),
  ])
  // A unit is told of itself and its posts, and of no other subject.
  const subjects = all.filter(({ code }) => scope.level !== 'unit' || unitOfSubject(code) === scope.unit)
  const whole = { ...own, subjects }
  const { scoring: _own, latestRun: _internal, previewedRun: _alsoInternal, ...shown } = whole
  return ok({
    state: isOwn ? whole : shown,
    version,
    allowed: allowedCycleActions(state, context.member),
    groups: scheme.ok ? scheme.value.state.scheme.groups.map(({ code, name }) => ({ code, name })) : [],
    ...timeline,
  })
}
