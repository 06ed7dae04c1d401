import { z } from 'zod'
import { line } from '../../text.ts'

/** 矛盾纠纷: every dispute of a county once, however many systems hold it. There is one such ledger. */
export const DisputesSource = z.object({
  kind: z.literal('disputes'),
  name: line({ min: 1, max: 60 }),
})
export type DisputesSource = z.infer<typeof DisputesSource>
