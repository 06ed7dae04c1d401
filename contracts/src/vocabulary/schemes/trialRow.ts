import { z } from 'zod'
import { SubjectCode } from '../ids.ts'

/** One subject in a trial: where it stands officially and where the draft would put it. */
export const TrialRow = z.object({
  subject: SubjectCode,
  name: z.string(),
  group: z.string(),
  officialScore: z.string().nullable(),
  trialScore: z.string().nullable(),
  officialRank: z.int().nullable(),
  trialRank: z.int().nullable(),
  /** official rank − trial rank: positive moves up. */
  change: z.int().nullable(),
  /** The indicators whose points differ most, largest difference first. */
  reasons: z.array(
    z.object({ node: z.string(), name: z.string(), official: z.string().nullable(), trial: z.string().nullable() }),
  ),
})
export type TrialRow = z.infer<typeof TrialRow>
