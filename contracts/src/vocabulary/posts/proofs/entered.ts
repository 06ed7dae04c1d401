import { z } from 'zod'

/** 登记并确认: what no record proves is entered, and confirmed by another person. */
export const EnteredProof = z.strictObject({ kind: z.literal('entered') })
