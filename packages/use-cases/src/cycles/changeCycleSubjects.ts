import type { changeCycleSubjects as operation } from '@anjie/contracts/operations/cycles'
import type { CycleHead, CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { apartFromSubjects } from '@anjie/domain/cycles/apartFromSubjects'
import { changeSubjects as decide } from '@anjie/domain/cycles/changeSubjects'
import { isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { callBackSubmission } from '@anjie/domain/submissions/callBackSubmission'
import { giveBackSubmission } from '@anjie/domain/submissions/giveBackSubmission'
import { openSubmission } from '@anjie/domain/submissions/openSubmission'
import { err, ok } from '@anjie/kernel'
import { changeMany } from '../changeMany.ts'
import { createMissing } from '../createMissing.ts'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Change, Command, CommandContext } from '../ports.ts'
import { arrangePapers } from '../procedure/arrangePapers.ts'
import { procedureOf } from '../procedure/procedurePapers.ts'
import { findCandidates } from './findCandidates.ts'
import { formIds } from './formIds.ts'
import { subjectsOf } from './subjectsOf.ts'

/**
 * 调整考评对象: forms first, some at a time, and the cycle with the last write. Stopped half-way it can be called again; if the cycle
 * was changed meanwhile, the forms go back to whom it assesses.
 */
export const changeCycleSubjects: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state, version } = found.value
  if (!isCycleVisibleTo(member, state)) return err(notFound('cycle'))
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const scheme = await findRecord(context, 'scheme', state.schemeId)
  if (!scheme.ok) return scheme
  const before = await subjectsOf(store, state)
  const codes = body.add.map(({ code }) => code)
  const candidates = await findCandidates(context, state.id, state.subjectKind, codes)
  const decision = decide(state, before, body, candidates, scheme.value.state.scheme, member, now)
  if (!decision.ok) return decision
  const { head, subjects, added, removed, fact } = decision.value

  const apart = apartFromSubjects({ ...head, subjects }, context.digest)
  await store.putParts('cycle', state.id, apart.parts)
  await takeOut(context, removed, body.reason)
  await takeIn(context, state, added)
  if (state.steps !== undefined) {
    const { state: procedure } = await procedureOf(store, state)
    await arrangePapers(context, { cycle: state, procedure, subjects: before }, { cycle: state, procedure, subjects })
  }
  const reply = { id: state.id, version: version + 1, status: state.status }
  const written = await store.commit(
    [{ kind: 'cycle', id: state.id, expectedVersion: version, next: apart.head, fact }],
    reply,
  )
  if (written.ok) return ok(reply)
  const current = (await store.get('cycle', state.id))?.state
  if (current?.status === 'open') {
    const assessed = new Set((await subjectsOf(store, current)).map(({ code }) => code))
    await takeIn(
      context,
      current,
      removed.filter(({ code }) => assessed.has(code)),
    )
    await takeOut(
      context,
      added.filter(({ code }) => !assessed.has(code)),
      body.reason,
    )
  }
  return written
}

const takeOut = ({ store, now }: CommandContext, subjects: readonly CycleSubject[], reason: string): Promise<void> =>
  changeMany(store, 'submission', formIds(subjects), (form) =>
    form.status === 'called-back' ? null : callBackSubmission(form, reason, now),
  )

/** A new form for each; who was taken out before finds the figures of then. */
async function takeIn(
  { store, now, divisions }: CommandContext,
  cycle: CycleHead,
  subjects: readonly CycleSubject[],
): Promise<void> {
  if (subjects.length === 0) return
  const { counties } = await divisions()
  const countyNames = new Map<string, string>(counties.map(({ code, name }) => [code, name]))
  const forms = subjects.flatMap((subject): Change[] => {
    const { submissionId } = subject
    if (submissionId === undefined) return []
    const county = countyCodeOf(submissionId)
    const opened = openSubmission(cycle, { ...subject, submissionId }, countyNames.get(county) ?? county, now)
    return [{ kind: 'submission', id: submissionId, expectedVersion: 0, ...opened }]
  })
  await createMissing(store, 'submission', forms)
  await changeMany(store, 'submission', formIds(subjects), (form) =>
    form.status === 'called-back' ? giveBackSubmission(form, cycle, now) : null,
  )
}
