import { assessorCode } from '@anjie/domain/schemes/assessor'
import { SCHEME_STATUS_NAMES, schemeOwner } from '@anjie/domain/schemes/schemeTransitions'
import type { HomeView } from './homeLine.ts'

/** A draft waits for its author. */
export const scheme: HomeView<'scheme'> = ({ recordId, version, after: state }) => {
  const owner = schemeOwner(state)
  const code = assessorCode(state)
  return [
    {
      owner: code,
      slot: 'turn',
      line:
        owner === null
          ? null
          : {
              standing: { as: 'work', role: owner.role, day: null },
              row: {
                kind: 'scheme',
                id: recordId,
                version,
                title: state.scheme.name,
                place: '',
                status: state.status,
                statusName: SCHEME_STATUS_NAMES[state.status],
                queue: { level: owner.level, code, role: owner.role },
                nextVerb: owner.verb,
                dueOn: null,
                updatedAt: state.updatedAt,
                page: 'scheme',
                pageId: recordId,
                note: null,
              },
            },
    },
  ]
}
