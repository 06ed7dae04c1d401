import { z } from 'zod'

/** 按期填报: the unit's forms are handed in by their day. */
export const FormProof = z.strictObject({ kind: z.literal('form') })
