import type { CycleHead, CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Procedure } from '@anjie/contracts/vocabulary/procedure/procedure'
import { askPaper, dropPaper, papersAsked, replanPaper } from '@anjie/domain/procedure/askPapers'
import { ok, type Result } from '@anjie/kernel'
import { changeMany } from '../changeMany.ts'
import { createMissing } from '../createMissing.ts'
import type { Change, CommandContext, CommandOutcome } from '../ports.ts'
import { findProcedure } from './changeProcedure.ts'

export interface Arrangement {
  readonly cycle: CycleHead
  readonly procedure: Procedure
  readonly subjects: readonly CycleSubject[]
}

/**
 * Brings the papers of a cycle from one arrangement to another, some at a time: what is new is asked for, what is asked otherwise is told
 * so, and nobody owes any more what is not asked. Safe to repeat; what is over stays as it is.
 */
export async function arrangePapers(
  { store, divisions, member, now }: CommandContext,
  before: Arrangement | undefined,
  after: Arrangement | undefined,
): Promise<void> {
  const isAsking = [before, after].some((each) => (each?.cycle.steps ?? []).length > 0)
  if (!isAsking) return
  const { counties } = await divisions()
  const names = new Map<string, string>(counties.map(({ code, name }) => [code, name]))
  const askedBy = (given: Arrangement | undefined) =>
    given === undefined ? [] : papersAsked(given.cycle, given.procedure, given.subjects, names, now)
  const asked = new Map(askedBy(after).map((each) => [each.id as string, each]))
  const creations = [...asked.values()].map(
    (each): Change => ({ kind: 'procedure-paper', id: each.id, expectedVersion: 0, ...askPaper(each) }),
  )
  const created = await createMissing(store, 'procedure-paper', creations)
  const standing = [...asked.keys()].filter((id) => !created.has(id))
  await changeMany(store, 'procedure-paper', standing, (paper) => {
    const wanted = asked.get(paper.id)
    return wanted === undefined ? null : replanPaper(paper, wanted, now)
  })
  const dropped = askedBy(before)
    .map(({ id }) => id)
    .filter((id) => !asked.has(id))
  await changeMany(store, 'procedure-paper', dropped, (paper) => dropPaper(paper, member, now))
}

/** The papers first, and what arranges them with the last write; if somebody else arranged them meanwhile, they go back to that. */
export async function commitArranged(
  context: CommandContext,
  before: Arrangement,
  after: Arrangement,
  changes: readonly Change[],
  outcome: CommandOutcome,
): Promise<Result<CommandOutcome, Problem>> {
  if (after.cycle.status !== 'planned') await arrangePapers(context, before, after)
  const written = await context.store.commit(changes, outcome)
  if (written.ok) return ok(outcome)
  const current = await findProcedure(context, after.cycle.id)
  if (current.ok && current.value.cycle.state.status !== 'planned')
    await arrangePapers(context, after, {
      cycle: current.value.cycle.state,
      procedure: current.value.procedure.state,
      subjects: after.subjects,
    })
  return written
}
