import { z } from 'zod'
import { CycleId, DutyEventId, DutyPostId } from '../../vocabulary/ids.ts'
import { PlainDate } from '../../vocabulary/plainDate.ts'
import { operation } from '../operation.ts'
import { COUNTY_READERS } from '../readers.ts'

const count = z.int().min(0)
const stretch = { from: PlainDate, to: PlainDate, days: count }
const figures = {
  routine: z.object({ due: count, done: count, late: count, missed: count }),
  points: z.string(),
}

/** 各任分段: how a cycle's days fell to those who held an assessed post, and what fell in the days of each. The score stays one, and nobody is named. */
export const getPostParts = operation({
  id: 'getPostParts',
  summary: '岗位考评期内各任的天数与事项',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/posts/{postId}/parts',
  roles: COUNTY_READERS,
  params: z.strictObject({ cycleId: CycleId, postId: DutyPostId }),
  success: z.object({
    title: z.string(),
    cycle: z.object({ id: CycleId, name: z.string(), dataFrom: PlainDate, dataTo: PlainDate }),
    /** Days of the cycle on which the post stood: what each part is a part of. */
    days: count,
    ...figures,
    /** 第几任, oldest first. */
    holders: z.array(
      z.object({
        number: z.int().min(1),
        ...stretch,
        ...figures,
        events: z.array(z.object({ id: DutyEventId, text: z.string(), on: PlainDate, effect: z.string() })),
      }),
    ),
    vacant: z.array(z.object(stretch)),
  }),
})
