import { namingCode } from '@anjie/domain/divisions/namingLevel'
import { gradedName } from '@anjie/domain/honours/ladder'
import { nameOfHonour } from '@anjie/domain/honours/typeOf'
import { BATCH_STATUS_NAMES, batchOwner } from '@anjie/domain/notices/batchTransitions'
import type { View } from './view.ts'

/** In the own list of who names. */
export const batch: View<'batch'> = (id, version, state) => {
  const owner = batchOwner(state)
  return [
    {
      owner: namingCode(state.id),
      row: {
        kind: 'batch',
        id,
        version,
        title: state.name,
        place: '',
        status: state.status,
        statusName: BATCH_STATUS_NAMES[state.status],
        queue: owner === null ? null : { level: owner.level, code: namingCode(state.id), role: owner.role },
        nextVerb: owner?.verb ?? null,
        dueOn: state.status === 'on-notice' ? (state.notice?.endsOn ?? null) : null,
        updatedAt: state.updatedAt,
        fields: {
          roundId: state.roundId,
          roundName: state.roundName,
          honour: state.honour,
          honourName: gradedName(nameOfHonour(state), state.grade),
          year: state.year,
          units: state.entries.length,
          ...(state.notice === undefined ? {} : { startsOn: state.notice.startsOn, endsOn: state.notice.endsOn }),
          ...(state.documentNumber === undefined ? {} : { documentNumber: state.documentNumber }),
        },
      },
    },
  ]
}
