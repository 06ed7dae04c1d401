import { z } from 'zod'
import { PositiveText, SchemeCode } from './ruleParts.ts'

/** 多源折算 (F21): marks of several sources, each on its own full mark, mixed by fixed shares and converted to the node's points. One source with share 1 is a plain conversion. */
export const SurveyConvert = z.object({
  method: z.literal('survey_convert'),
  sources: z
    .array(z.object({ item: SchemeCode, share: PositiveText, fullMark: PositiveText }))
    .min(1)
    .max(12),
})
export type SurveyConvert = z.infer<typeof SurveyConvert>
