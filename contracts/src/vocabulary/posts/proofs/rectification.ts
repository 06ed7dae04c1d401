import { z } from 'zod'

/** 整改销号: what supervision found at the post's unit is closed by its day. */
export const RectificationProof = z.strictObject({ kind: z.literal('rectification') })
