import { namingCode } from '@anjie/domain/divisions/namingLevel'
import { OBJECTION_STATUS_NAMES, objectionOwner } from '@anjie/domain/objections/objectionTransitions'
import type { View } from './view.ts'

/** In the list of who investigates and in nobody else's. */
export const objection: View<'objection'> = (id, version, state) => {
  const owner = objectionOwner(state)
  const code = namingCode(state.id)
  return [
    {
      owner: code,
      row: {
        kind: 'objection',
        id,
        version,
        title: state.about?.unitName ?? state.batchName,
        place: state.about?.place ?? '',
        status: state.status,
        statusName: OBJECTION_STATUS_NAMES[state.status],
        queue: owner === null ? null : { level: owner.level, code, role: owner.role },
        nextVerb: owner?.verb ?? null,
        dueOn: state.answeredOn === undefined ? (state.dueOn ?? null) : null,
        updatedAt: state.updatedAt,
        fields: {
          number: state.number,
          batchId: state.batchId,
          batchName: state.batchName,
          honour: state.honour,
          county: state.about?.county ?? code,
          channel: state.channel,
          anonymous: state.anonymous,
          ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
          receivedAt: state.receivedAt,
        },
      },
    },
  ]
}
