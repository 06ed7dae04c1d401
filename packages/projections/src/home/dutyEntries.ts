import { waitingEntries } from '@anjie/domain/posts/duty-lists/dutyEntrySteps'
import { DUTY_OFFICIALS } from '@anjie/domain/posts/duty-lists/dutyEventTransitions'
import type { HomeView } from './homeLine.ts'

/** What was entered waits for somebody of the county to confirm it: one line a post, however many it are. */
export const dutyEntries: HomeView<'duty-entries'> = ({ recordId, version, before, after: state }) => {
  const waiting = waitingEntries(state).length
  if (waiting === 0 && (before === null || waitingEntries(before).length === 0)) return []
  const [role] = DUTY_OFFICIALS
  return [
    {
      owner: state.county,
      slot: 'turn',
      line:
        waiting === 0
          ? null
          : {
              standing: { as: 'work', role, day: null },
              row: {
                kind: 'duty-entries',
                id: recordId,
                version,
                title: state.unitName,
                place: state.unitName,
                status: 'waiting',
                statusName: `${waiting}项待确认`,
                queue: { level: 'county', code: state.county, role },
                nextVerb: '确认日常登记',
                dueOn: null,
                updatedAt: state.updatedAt,
                page: 'duty-performance',
                pageId: state.postId,
                note: null,
              },
            },
    },
  ]
}
