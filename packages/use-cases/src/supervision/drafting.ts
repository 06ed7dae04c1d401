import type {
  discardMeasure as discardOperation,
  draftMeasures as draftOperation,
  reviseMeasure as reviseOperation,
} from '@anjie/contracts/operations/supervision'
import { MeasureId } from '@anjie/contracts/vocabulary/ids'
import {
  discardMeasure as discard,
  draftMeasure,
  reviseMeasure as revise,
} from '@anjie/domain/supervision/measureSteps'
import { ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Change, Command } from '../ports.ts'
import { changeMeasure } from './changeMeasure.ts'
import { targetOf } from './targetOf.ts'

/** 拟制督导措施, one for each target; together they are one act. */
export const draftMeasures: Command<InputOf<typeof draftOperation>> = async (context, { body }) => {
  const { store, member, now } = context
  const { targets, ...content } = body
  const act = context.newId()
  const changes: Change<'measure'>[] = []
  for (const each of new Set(targets)) {
    const target = await targetOf(context, each)
    if (!target.ok) return target
    const { unitId, county } = target.value
    const id = MeasureId.parse(`${unitId === undefined ? `${county}.` : `${unitId}-`}${context.newId()}`)
    const step = draftMeasure(content, { id, act, target: target.value }, member, now)
    if (!step.ok) return step
    changes.push({ kind: 'measure', id, expectedVersion: 0, ...step.value })
  }
  const outcome = { id: changes[0]?.id ?? '', version: 1, status: 'draft' }
  const written = await store.commit(changes, outcome)
  return written.ok ? ok(outcome) : written
}

/** 修改拟稿. */
export const reviseMeasure: Command<InputOf<typeof reviseOperation>> = (context, { params, body }) =>
  changeMeasure(context, params.measureId, (state) => revise(state, body, context.member, context.now))

/** 不予签发. */
export const discardMeasure: Command<InputOf<typeof discardOperation>> = (context, { params, body }) =>
  changeMeasure(context, params.measureId, (state) => discard(state, body.reason, context.member, context.now))
