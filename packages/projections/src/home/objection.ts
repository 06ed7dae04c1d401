import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { namingCode } from '@anjie/domain/divisions/namingLevel'
import { OBJECTION_STATUS_NAMES, objectionOwner } from '@anjie/domain/objections/objectionTransitions'
import type { HomeView } from './homeLine.ts'

/**
 * An objection waits for who investigates it, by the day by which it is to be answered. The clock's line, which others of the province
 * can read as well, says nothing of it but its number in our books.
 */
export const objection: HomeView<'objection'> = ({ recordId, version, type, after: state }) => {
  const owner = objectionOwner(state)
  const code = namingCode(state.id)
  const dueOn = state.answeredOn === undefined ? (state.dueOn ?? null) : null
  const row: HomeRow = {
    kind: 'objection',
    id: recordId,
    version,
    title: state.about?.unitName ?? state.batchName,
    place: state.about?.place ?? '',
    status: state.status,
    statusName: OBJECTION_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code, role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn,
    updatedAt: state.updatedAt,
    page: 'objection',
    pageId: recordId,
    note: `对“${state.batchName}”的异议`,
  }
  return [
    {
      owner: code,
      slot: 'turn',
      line: owner === null ? null : { standing: { as: 'work', role: owner.role, day: dueOn }, row },
    },
    ...(type === 'ObjectionReceived' || type === 'ObjectionMaterialDeleted'
      ? [
          {
            owner: provinceCodeOf(code),
            shared: true as const,
            slot: 'clock',
            line:
              type === 'ObjectionMaterialDeleted'
                ? null
                : {
                    standing: { as: 'clock' as const, level: 'province' as const, day: state.keptUntil },
                    row: { ...row, title: '异议材料', place: '', queue: null, nextVerb: null, dueOn: null, note: null },
                  },
          },
        ]
      : []),
  ]
}
