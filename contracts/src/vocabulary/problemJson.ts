import { z } from 'zod'

/** RFC 9457 body. */
export const ProblemJson = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  advice: z.string(),
  pointer: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  correlationId: z.string(),
})
export type ProblemJson = z.infer<typeof ProblemJson>
