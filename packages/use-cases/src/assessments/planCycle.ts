import type { planCycle as operation } from '@anjie/contracts/operations/cycles'
import { CycleId } from '@anjie/contracts/vocabulary/ids'
import { assessorCode } from '@anjie/domain/assessments/assessor'
import { planCycle as decide, type LowerCycle } from '@anjie/domain/assessments/planCycle'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command, RecordStore } from '../ports.ts'
import { ceasedCounty } from '../units/ceasedCounty.ts'
import { findCandidates } from './findCandidates.ts'
import { ownAssessor } from './ownAssessor.ts'

export const planCycle: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const assessor = ownAssessor(context)
  if (!assessor.ok) return assessor
  const closed = ceasedCounty(context)
  if (closed !== undefined) return err(closed)
  const { schemeId, rollUpFrom, ...planned } = body
  const scheme = await findRecord(context, 'scheme', schemeId)
  if (!scheme.ok) return scheme
  const id = CycleId.parse(`${assessorCode(assessor.value)}.${context.newId()}`)
  const candidates = await findCandidates(
    context,
    id,
    scheme.value.state.scheme.subjectKind,
    body.subjects.map((subject) => subject.code),
  )
  const decision = decide(
    { id, ...assessor.value, ...planned, rollsUp: rollUpFrom !== undefined },
    scheme.value.state,
    candidates,
    rollUpFrom === undefined ? undefined : await findLower(context.store, rollUpFrom),
    context.now,
  )
  if (!decision.ok) return decision
  const { next, fact } = decision.value
  const reply = { id, version: 1, status: next.status }
  const written = await context.store.commit([{ kind: 'cycle', id, expectedVersion: 0, next, fact }], reply)
  return written.ok ? ok(reply) : written
}

async function findLower(store: RecordStore, cycleId: CycleId): Promise<LowerCycle | undefined> {
  const cycle = (await store.get('cycle', cycleId))?.state
  if (cycle === undefined) return undefined
  const scheme = await store.get('scheme', cycle.schemeId)
  if (scheme === undefined) throw new Error(`scheme ${cycle.schemeId} of cycle ${cycle.id} is not there`)
  return { cycle, scheme: scheme.state.scheme }
}
