import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { BATCH_OWNERS, BATCH_STATUS_NAMES } from '@anjie/domain/notices/batchTransitions'
import type { View } from './view.ts'

/** The province's own list; the clock finds ended notices and unfinished namings in it by status and `endsOn`. */
export const batch: View<'batch'> = (id, version, state) => {
  const owner = BATCH_OWNERS[state.status]
  return [
    {
      owner: state.province,
      row: {
        kind: 'batch',
        id,
        version,
        title: state.name,
        place: '',
        status: state.status,
        statusName: BATCH_STATUS_NAMES[state.status],
        queue: owner === null ? null : { level: owner.level, code: state.province, role: owner.role },
        nextVerb: owner?.verb ?? null,
        dueOn: state.status === 'on-notice' ? (state.notice?.endsOn ?? null) : null,
        updatedAt: state.updatedAt,
        fields: {
          roundId: state.roundId,
          roundName: state.roundName,
          honour: state.honour,
          honourName: HONOUR_TYPES[state.honour].name,
          year: state.year,
          units: state.entries.length,
          ...(state.notice === undefined ? {} : { startsOn: state.notice.startsOn, endsOn: state.notice.endsOn }),
          ...(state.documentNumber === undefined ? {} : { documentNumber: state.documentNumber }),
        },
      },
    },
  ]
}
