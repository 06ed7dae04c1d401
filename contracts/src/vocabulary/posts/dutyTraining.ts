import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { DutyPostId, DutyTrainingId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { DutyPostKind } from './dutyPost.ts'
import { TrainingKind } from './proofs/training.ts'

export const MAX_ATTENDANCE = 600

/** 培训: for one kind of post. */
export const TrainingContent = z.strictObject({
  kind: TrainingKind,
  on: PlainDate,
  title: line({ min: 4, max: 80, tooShort: '请写明培训名称，不少于4个字' }),
  hours: z.int('学时应为整数').min(1, '学时至少为1').max(200, '学时最多200'),
  organiser: line({ min: 2, max: 60, tooShort: '请写明主办单位' }),
  postKind: DutyPostKind,
})
export type TrainingContent = z.infer<typeof TrainingContent>

/** With who attended, as posts and never as names. */
export const DutyTraining = TrainingContent.extend({
  id: DutyTrainingId,
  county: CountyCode,
  attended: z.array(z.object({ postId: DutyPostId, unitId: UnitId, unitName: z.string() })).max(MAX_ATTENDANCE),
  updatedAt: Instant,
})
export type DutyTraining = z.infer<typeof DutyTraining>
