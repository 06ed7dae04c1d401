import { RUN_STATUS_NAMES, runOwner } from '@anjie/domain/league-tables/runTransitions'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import type { HomeView } from './homeLine.ts'

/** A run waits for its commission until it is published or another takes its place. What it releases is said by its cycle. */
export const run: HomeView<'run'> = ({ recordId, version, at, after: state }) => {
  const owner = runOwner(state)
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
                kind: 'run',
                id: recordId,
                version,
                title: state.cycleName,
                place: '',
                status: state.status,
                statusName: RUN_STATUS_NAMES[state.status],
                queue: { level: owner.level, code, role: owner.role },
                nextVerb: owner.verb,
                dueOn: null,
                updatedAt: at,
                cycleId: state.cycleId,
                page: 'run',
                pageId: recordId,
                note: null,
              },
            },
    },
  ]
}
