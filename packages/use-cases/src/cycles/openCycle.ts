import type { openCycle as operation } from '@anjie/contracts/operations/cycles'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { openCycle as decide } from '@anjie/domain/cycles/openCycle'
import { openSubmission } from '@anjie/domain/submissions/openSubmission'
import { err, ok } from '@anjie/kernel'
import { createMissing } from '../createMissing.ts'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Change, Command } from '../ports.ts'
import { arrangePapers } from '../procedure/arrangePapers.ts'
import { procedureOf } from '../procedure/procedurePapers.ts'
import { giveBackForms } from './giveBackForms.ts'
import { subjectsOf } from './subjectsOf.ts'

/**
 * Gives every subject that fills something in its form, some at a time, and opens the cycle with the last write. Stopped half-way it can be called
 * again: forms that are there already are left as they are, and until the cycle is open nobody can fill any of them.
 */
export const openCycle: Command<InputOf<typeof operation>> = async (context, { params }) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state, version } = found.value
  if (!isCycleVisibleTo(member, state)) return err(notFound('cycle'))
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = decide(state, member, now)
  if (!decision.ok) return decision

  const { counties } = await context.divisions()
  const countyNames = new Map<string, string>(counties.map(({ code, name }) => [code, name]))
  const forms = (await subjectsOf(store, state)).flatMap((subject): Change[] => {
    const { submissionId } = subject
    if (submissionId === undefined) return []
    const county = countyCodeOf(submissionId)
    const opened = openSubmission(state, { ...subject, submissionId }, countyNames.get(county) ?? county, now)
    return [{ kind: 'submission', id: submissionId, expectedVersion: 0, ...opened }]
  })
  const created = await createMissing(store, 'submission', forms)
  // Opened a second time after it was called back: whoever had a form has it again.
  if (created.size < forms.length) await giveBackForms(store, state, now)

  const { next, fact } = decision.value
  if (state.steps !== undefined) {
    const { state: procedure } = await procedureOf(store, state)
    await arrangePapers(context, undefined, { cycle: next, procedure, subjects: await subjectsOf(store, state) })
  }
  const reply = { id: params.cycleId, version: version + 1, status: next.status }
  const written = await store.commit(
    [{ kind: 'cycle', id: params.cycleId, expectedVersion: version, next, fact }],
    reply,
  )
  return written.ok ? ok(reply) : written
}
