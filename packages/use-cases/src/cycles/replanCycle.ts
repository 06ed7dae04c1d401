import type { replanCycle as operation } from '@anjie/contracts/operations/cycles'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import { apartFromSubjects } from '@anjie/domain/cycles/apartFromSubjects'
import { isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { replanCycle as decide } from '@anjie/domain/cycles/planCycle'
import { err, ok } from '@anjie/kernel'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { findPlan } from './findPlan.ts'
import { formIds } from './formIds.ts'
import { subjectsOf } from './subjectsOf.ts'

export const replanCycle: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { member, now } = context
  const found = await findRecord(context, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state, version } = found.value
  if (!isCycleVisibleTo(member, state)) return err(notFound('cycle'))
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  // Forms carry the plan's day and name: an opening that was stopped half-way is carried on and not planned anew.
  const forms = [
    ...(await context.store.getMany('submission', formIds(await subjectsOf(context.store, state)))).values(),
  ]
  if (forms.some((form) => form.state.status !== 'called-back'))
    return err({ code: 'transition-not-allowed', detail: '填报表已开始生成，请继续开放填报' })
  // What was filled in is kept, and means something only under the scheme and the days that it was asked for by.
  if (state.calledBackAt !== undefined && !asksTheSame(state, body))
    return err({
      code: 'transition-not-allowed',
      detail: '撤回的填报表保留着已填数据，方案、年度、数据起止和汇总来源不能再改；确需更换请另建考评周期',
    })
  const { province, county } = state
  const plan = await findPlan(context, state.id, county === undefined ? { province } : { province, county }, body)
  if (!plan.ok) return plan
  const { planned, scheme, candidates, lower } = plan.value
  const decision = decide(state, planned, scheme, candidates, lower, member, now)
  if (!decision.ok) return decision
  const { head, parts } = apartFromSubjects(decision.value.next, context.digest)
  await context.store.putParts('cycle', state.id, parts)
  const reply = { id: state.id, version: version + 1, status: head.status }
  const written = await context.store.commit(
    [{ kind: 'cycle', id: state.id, expectedVersion: version, next: head, fact: decision.value.fact }],
    reply,
  )
  return written.ok ? ok(reply) : written
}

const asksTheSame = (state: CycleHead, body: InputOf<typeof operation>['body']): boolean =>
  state.schemeId === body.schemeId &&
  state.year === body.year &&
  state.dataFrom === body.dataFrom &&
  state.dataTo === body.dataTo &&
  state.rollUp?.from === body.rollUpFrom
