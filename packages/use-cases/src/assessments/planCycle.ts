import type { planCycle as operation } from '@anjie/contracts/operations/cycles'
import { CycleId } from '@anjie/contracts/vocabulary/ids'
import { planCycle as decide } from '@anjie/domain/assessments/planCycle'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { ownProvince } from './ownProvince.ts'

export const planCycle: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const province = ownProvince(context)
  if (!province.ok) return province
  const { schemeId, ...planned } = body
  const scheme = await findRecord(context, 'scheme', schemeId)
  if (!scheme.ok) return scheme
  const id = CycleId.parse(`${province.value}.${context.newId()}`)
  const decision = decide(
    { id, province: province.value, ...planned },
    scheme.value.state,
    context.divisions,
    context.now,
  )
  if (!decision.ok) return decision
  const { next, fact } = decision.value
  const reply = { id, version: 1, status: next.status }
  const written = await context.store.commit([{ kind: 'cycle', id, expectedVersion: 0, next, fact }], reply)
  return written.ok ? ok(reply) : written
}
