import { dayText } from '@anjie/calendar-cn/plainDays'
import { dutyPostTitle } from '@anjie/domain/posts/kinds/index'
import { DUTY_POST_STATUS_NAMES } from '@anjie/domain/posts/postNames'
import { vacancyDueOn, vacantSince } from '@anjie/domain/posts/vacancies'
import { type HomeView, noteOf } from './homeLine.ts'

/** A vacancy waits for the county's administrator until its day, and is late after it; it names nobody. */
export const dutyPost: HomeView<'duty-post'> = ({ recordId, version, before, after: state }) => {
  const since = vacantSince(state)
  const earlier = before === null ? undefined : vacantSince(before)
  if (since === undefined && earlier === undefined) return []
  const role = 'county-admin'
  const day = since === undefined ? null : vacancyDueOn(since)
  return [
    {
      owner: state.county,
      slot: 'turn',
      line:
        since === undefined
          ? null
          : {
              standing: { as: 'work', role, day },
              row: {
                kind: 'duty-post',
                id: recordId,
                version,
                title: dutyPostTitle(state),
                place: state.townshipName,
                status: state.status,
                statusName: DUTY_POST_STATUS_NAMES[state.status],
                queue: { level: 'county', code: state.county, role },
                nextVerb: '补齐',
                dueOn: day,
                updatedAt: state.updatedAt,
                page: 'duty-post',
                pageId: recordId,
                note: noteOf(`岗位自${dayText(since)}起空缺`),
              },
            },
    },
  ]
}
