import { z } from 'zod'
import { CycleId, SubjectCode } from '../ids.ts'
import { Instant } from '../plainDate.ts'
import { FormValue } from './submission.ts'

/** 考评方录入数据 of one subject: figures that the commission itself holds (deductions by the ministry, provincial ranks …). */
export const CommissionValues = z.object({
  cycleId: CycleId,
  subject: SubjectCode,
  values: z.array(FormValue),
  updatedAt: Instant,
})
export type CommissionValues = z.infer<typeof CommissionValues>
