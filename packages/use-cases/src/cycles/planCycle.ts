import type { planCycle as operation } from '@anjie/contracts/operations/cycles'
import { CycleId } from '@anjie/contracts/vocabulary/ids'
import { apartFromSubjects } from '@anjie/domain/cycles/apartFromSubjects'
import { planCycle as decide } from '@anjie/domain/cycles/planCycle'
import { idBeside } from '@anjie/domain/schemes/assessor'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { ownAssessor } from '../schemes/ownAssessor.ts'
import { ceasedCounty } from '../units/ceasedCounty.ts'
import { findPlan } from './findPlan.ts'

export const planCycle: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const assessor = ownAssessor(context)
  if (!assessor.ok) return assessor
  const closed = await ceasedCounty(context)
  if (closed !== undefined) return err(closed)
  const id = CycleId.parse(idBeside(body.schemeId, context.newId()))
  const plan = await findPlan(context, id, assessor.value, body)
  if (!plan.ok) return plan
  const { planned, scheme, candidates, lower } = plan.value
  const decision = decide(planned, scheme, candidates, lower, context.now)
  if (!decision.ok) return decision
  const { next, fact } = decision.value
  const { head, parts } = apartFromSubjects(next, context.digest)
  await context.store.putParts('cycle', id, parts)
  const reply = { id, version: 1, status: head.status }
  const written = await context.store.commit([{ kind: 'cycle', id, expectedVersion: 0, next: head, fact }], reply)
  return written.ok ? ok(reply) : written
}
