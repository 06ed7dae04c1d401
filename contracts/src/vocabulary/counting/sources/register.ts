import { z } from 'zod'
import { line } from '../../text.ts'

/** 台账: rows that the reporter keeps anyway. The name stands beside the code, so that a scheme reads by itself; a check compares the two. */
export const RegisterSource = z.object({
  kind: z.literal('register'),
  register: line({ min: 1, max: 40 }),
  name: line({ min: 1, max: 60 }),
})
export type RegisterSource = z.infer<typeof RegisterSource>
