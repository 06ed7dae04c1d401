import { beijingDate } from '@anjie/calendar-cn'
import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { DutyTraining, TrainingContent } from '@anjie/contracts/vocabulary/posts/dutyTraining'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../../decision.ts'

type TrainingStep = Step<'duty-training'>

/** 登记培训 */
export const recordTraining = (
  id: DutyTraining['id'],
  county: CountyCode,
  content: TrainingContent,
  at: string,
): TrainingStep => ({
  next: { ...content, id, county, attended: [], updatedAt: at },
  fact: { type: 'DutyTrainingRecorded', details: { title: content.title, on: content.on } },
})

/** 更正培训; for which posts it is stays as it is, because they attended it. */
export const amendTraining = (
  state: DutyTraining,
  content: TrainingContent,
  at: string,
): Result<TrainingStep, Problem> =>
  state.attended.length > 0 && content.postKind !== state.postKind
    ? err({ code: 'transition-not-allowed', detail: '已经登记参训，不能更改岗位类型', pointer: '/postKind' })
    : ok({
        next: { ...state, ...content, updatedAt: at },
        fact: { type: 'DutyTrainingAmended', details: { title: content.title, on: content.on } },
      })

/** 参训 of so many posts, in place of what was kept before; not before the training. */
export const setAttendance = (
  state: DutyTraining,
  attended: DutyTraining['attended'],
  at: string,
): Result<TrainingStep, Problem> =>
  state.on > beijingDate(at)
    ? err({ code: 'transition-not-allowed', detail: '培训还没有举办，举办后再登记参训' })
    : ok({
        next: { ...state, attended, updatedAt: at },
        fact: { type: 'DutyAttendanceSet', details: { attended: `${attended.length}个岗位` } },
      })
