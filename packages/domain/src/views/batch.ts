import type { BatchStatus } from '@anjie/contracts/vocabulary/honours'
import type { View } from './view.ts'

const STATUSES = {
  collecting: { name: '拟定名单', verb: '开始公示' },
  // The clock ends a notice; until then it is nobody's to do.
  'on-notice': { name: '公示中', verb: null },
  'notice-closed': { name: '公示期满', verb: '命名' },
  naming: { name: '命名中', verb: '完成命名' },
  named: { name: '已命名', verb: null },
} as const satisfies Record<BatchStatus, { name: string; verb: string | null }>

/** A list of units to be named, in the province's hands from first to last. */
export const batch: View<'batch'> = (id, version, state) => {
  const { name, verb } = STATUSES[state.status]
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
        statusName: name,
        queue: verb === null ? null : { level: 'province', code: state.province, role: 'province-reviewer' },
        nextVerb: verb,
        dueOn: state.status === 'on-notice' ? (state.notice?.endsOn ?? null) : null,
        updatedAt: state.updatedAt,
        fields: {
          roundId: state.roundId,
          honour: state.honour,
          year: String(state.year),
          entries: String(state.entries.length),
          ...(state.documentNumber === undefined ? {} : { documentNumber: state.documentNumber }),
        },
      },
    },
  ]
}
