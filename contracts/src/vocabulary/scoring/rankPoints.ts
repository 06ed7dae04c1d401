import { z } from 'zod'
import { Better, Peers, SchemeCode } from './ruleParts.ts'

/** 名次计分: the worst peer scores 1 (`rank`) or 0 (`borda`), each better one more. */
export const RankPoints = z.object({
  method: z.literal('rank_points'),
  item: SchemeCode,
  better: Better,
  peers: Peers,
  form: z.enum(['rank', 'borda']),
  /** `first`: equal figures in the order of subject codes. */
  ties: z.enum(['min', 'max', 'average', 'first']),
})
export type RankPoints = z.infer<typeof RankPoints>
