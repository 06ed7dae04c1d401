import { z } from 'zod'

/** 政治轮训、业务培训 */
export const TRAINING_KINDS = ['political', 'professional'] as const
export const TrainingKind = z.enum(TRAINING_KINDS)
export type TrainingKind = z.infer<typeof TrainingKind>

/** 参加培训: attendance of trainings of a kind. */
export const TrainingProof = z.strictObject({ kind: z.literal('training'), training: TrainingKind })
