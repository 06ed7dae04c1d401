import type { planCycle as operation } from '@anjie/contracts/operations/cycles'
import type { CycleId, SubjectCode } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import type { Candidate, LowerCycle, PlannedCycle } from '@anjie/domain/cycles/planCycle'
import type { Assessor } from '@anjie/domain/schemes/assessor'
import { ok, type Result } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { CommandContext, RecordStore } from '../ports.ts'
import { findCandidates } from './findCandidates.ts'

/** Everything that a plan of a cycle is decided by. */
export interface Plan {
  readonly planned: PlannedCycle
  readonly scheme: SchemeRecord
  readonly candidates: ReadonlyMap<SubjectCode, Candidate>
  readonly lower: LowerCycle | undefined
}

export async function findPlan(
  context: CommandContext,
  id: CycleId,
  assessor: Assessor,
  body: InputOf<typeof operation>['body'],
): Promise<Result<Plan, Problem>> {
  const { schemeId, rollUpFrom, ...planned } = body
  const scheme = await findRecord(context, 'scheme', schemeId)
  if (!scheme.ok) return scheme
  const candidates = await findCandidates(
    context,
    id,
    scheme.value.state.scheme.subjectKind,
    body.subjects.map((subject) => subject.code),
  )
  return ok({
    planned: { id, ...assessor, ...planned, rollsUp: rollUpFrom !== undefined },
    scheme: scheme.value.state,
    candidates,
    lower: rollUpFrom === undefined ? undefined : await findLower(context.store, rollUpFrom),
  })
}

async function findLower(store: RecordStore, cycleId: CycleId): Promise<LowerCycle | undefined> {
  const cycle = (await store.get('cycle', cycleId))?.state
  if (cycle === undefined) return undefined
  const scheme = await store.get('scheme', cycle.schemeId)
  if (scheme === undefined) throw new Error(`scheme ${cycle.schemeId} of cycle ${cycle.id} is not there`)
  return { cycle, scheme: scheme.state.scheme }
}
