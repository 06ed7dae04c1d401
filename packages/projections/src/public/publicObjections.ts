import {
  PublicObjectionResult,
  PublicObjectionStatus,
  PublicUnitObjection,
} from '@anjie/contracts/vocabulary/publicRecords'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { beijingDay, hidePersonalNumbers } from '@anjie/kernel'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion } from '../write.ts'

/**
 * 异议: its status for whoever has number and code, as long as its material is kept, and its outcome beside the notice for everybody, for
 * good. Numbers of persons are taken out of what officials wrote.
 */
export const publicObjections: Projection = (fact) => {
  if (fact.kind !== 'objection') return []
  const { after: state } = fact
  const order = orderOfVersion(fact.version)
  const result = resultOf(state)
  return [
    {
      table: 'public',
      ...publicKeys.objection(state.statusKey),
      order,
      content: state.materialDeletedOn === undefined ? { body: statusOf(state) } : null,
    },
    ...(result === null
      ? []
      : [
          {
            table: 'public' as const,
            ...publicKeys.noticeObjection(state.batchId, state.id),
            order,
            content: { body: result },
          },
          ...(state.about === undefined
            ? []
            : [
                {
                  table: 'public' as const,
                  ...publicKeys.unitObjection(state.about.unitId, state.id),
                  order,
                  content: { body: PublicUnitObjection.parse({ ...result, batchId: state.batchId }) },
                },
              ]),
        ]),
  ]
}

const statusOf = (state: RecordState<'objection'>): PublicObjectionStatus =>
  PublicObjectionStatus.parse({
    ...state,
    batchName: hidePersonalNumbers(state.batchName),
    unitName: state.about?.unitName,
    receivedOn: beijingDay(state.receivedAt),
    answer: state.answer === undefined ? undefined : hidePersonalNumbers(state.answer),
    publishedOn: state.published?.on,
  })

const resultOf = ({ published, outcome, about }: RecordState<'objection'>): PublicObjectionResult | null =>
  published === undefined || outcome === undefined
    ? null
    : PublicObjectionResult.parse({
        unitName: about === undefined ? undefined : hidePersonalNumbers(about.unitName),
        outcome,
        text: hidePersonalNumbers(published.text),
        publishedOn: published.on,
      })
