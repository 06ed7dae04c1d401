import { z } from 'zod'

/** 纠纷化解: disputes of the post's township are resolved within the days of mediation. */
export const MediationProof = z.strictObject({ kind: z.literal('mediation') })
