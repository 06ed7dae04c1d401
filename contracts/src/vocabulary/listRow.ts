import { z } from 'zod'
import { Role } from './access/people.ts'
import { Level } from './divisions/divisions.ts'
import { Instant, PlainDate } from './plainDate.ts'

/** In whose hands a case is: exactly one post at one jurisdiction, or nobody's when it is closed. */
export const Queue = z.object({ level: Level, code: z.string(), role: Role })
export type Queue = z.infer<typeof Queue>

/** One line of a list or of a to-do queue: a projection of a record, in each jurisdiction that may see it. */
export const ListRow = z.object({
  kind: z.string(),
  id: z.string(),
  version: z.int(),
  title: z.string(),
  /** Where: the shortest unambiguous place name. */
  place: z.string(),
  status: z.string(),
  statusName: z.string(),
  queue: Queue.nullable(),
  /** What the queue's owner does next, as a verb: 审核, 推荐, 验收. */
  nextVerb: z.string().nullable(),
  dueOn: PlainDate.nullable(),
  updatedAt: Instant,
  /** A few fields of this kind that its list shows or filters by. */
  fields: z.record(z.string(), z.string()),
})
export type ListRow = z.infer<typeof ListRow>
