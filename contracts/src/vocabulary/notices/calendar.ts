import { z } from 'zod'
import { PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'

/** 节假日安排 of one year, as the State Council's office announced it, with the notice that says so. */
export const YearPlan = z.strictObject({
  year: z.int().min(2000).max(2100),
  source: z.strictObject({
    title: line({ min: 4, max: 200 }),
    documentNumber: line({ min: 4, max: 60 }),
    publishedOn: PlainDate,
    url: line({ max: 500 })
      .refine((text) => /^https?:\/\/[^\s]+$/.test(text), '网址应以 http:// 或 https:// 开头')
      .optional(),
  }),
  holidays: z
    .array(
      z.strictObject({
        name: line({ min: 1, max: 30 }),
        from: PlainDate,
        to: PlainDate,
        /** 调休上班日: days of a weekend that are worked for this holiday; they may lie in the year before. */
        makeUpDays: z.array(PlainDate).max(10),
      }),
    )
    .min(1)
    .max(20),
})
export type YearPlan = z.infer<typeof YearPlan>

/** 节假日安排 that a province's office loaded, by year; they stand beside those that come with the system, and before them. */
export const LoadedCalendar = z.object({ plans: z.array(YearPlan).max(100) })
export type LoadedCalendar = z.infer<typeof LoadedCalendar>
