import { z } from 'zod'
import { CycleId, RoundId, UnitId } from '../ids.ts'
import { type ListedKind, Queue } from '../listRow.ts'
import { Instant, PlainDate } from '../plainDate.ts'

/** Where one acts on what a home page says. */
export const HOME_PAGES = [
  'submission',
  'application',
  'appeal',
  'scheme',
  'cycle',
  'run',
  'round',
  'batch',
  'objection',
  'county-honours',
  'scorecard',
  'league-table',
  'titles',
  'bars',
  'recheck',
  'campaign',
  'move-plan',
  'measure',
  'rectification',
  'duty-post',
  'duty-lists',
  'duty-performance',
  'duty-event',
  'procedure',
  'procedure-paper',
] as const
export const HomePage = z.enum(HOME_PAGES)
export type HomePage = z.infer<typeof HomePage>

/** Kinds of records that a home page speaks of. */
export const HOME_KINDS = [
  'submission',
  'application',
  'appeal',
  'scheme',
  'cycle',
  'run',
  'round',
  'batch',
  'objection',
  'county-honour',
  'bars',
  'title',
  'recheck',
  'campaign',
  'move-plan',
  'incidents',
  'measure',
  'rectification',
  'duty-post',
  'duty-lists',
  'duty-entries',
  'duty-event',
  'procedure',
  'procedure-paper',
] as const satisfies readonly ListedKind[]

/** One line of a home page: work that waits for a post, a day until which something can be done, or something that happened. */
export const HomeRow = z.object({
  kind: z.enum(HOME_KINDS),
  id: z.string(),
  version: z.int(),
  title: z.string(),
  place: z.string(),
  status: z.string(),
  statusName: z.string(),
  /** The post for which it waits; nobody's where it is only said. */
  queue: Queue.nullable(),
  nextVerb: z.string().nullable(),
  dueOn: PlainDate.nullable(),
  /** Since when it waits, or when it happened. */
  updatedAt: Instant,
  page: HomePage,
  /** Of which record that page is. */
  pageId: z.string(),
  /** What happened or what is to be minded, in one line. */
  note: z.string().nullable(),
  /** What happened in fixed words: no reason, figure or name that somebody typed. It may leave the system. */
  says: z.string().optional(),
  /** 急件: it may not wait for the morning. */
  emergency: z.literal(true).optional(),
  cycleId: CycleId.optional(),
  /** Of a case of one honour type: by it posts that are bound to some find theirs. */
  honour: z.string().optional(),
  /** Whose application it is: who holds a post there does not see it as a reviewer. */
  unit: UnitId.optional(),
  asked: z.array(z.string()).optional(),
  /** How many a cycle assesses. */
  subjects: z.int().optional(),
  /** A window that opens on a later day. */
  opensOn: PlainDate.optional(),
  /** Days on which a window was to end before: what was begun then still bears them. */
  formerDays: z.array(PlainDate).optional(),
  /** The round of an application: its window says until when. */
  roundId: RoundId.optional(),
  /** County codes that it concerns, separated by blanks; without them everybody who reads the list. */
  concerns: z.string().optional(),
})
export type HomeRow = z.infer<typeof HomeRow>

/** 已办: what a jurisdiction did last with a case, as it stood then, whether or not the case can still be seen from there. */
export const HandledRow = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  place: z.string(),
  /** What was done: 退回, 验收 … */
  act: z.string(),
  /** Where the case went by it. */
  statusName: z.string(),
  at: Instant,
  personName: z.string(),
  post: z.string(),
  honour: z.string().optional(),
  unit: UnitId.optional(),
  asked: z.array(z.string()).optional(),
  /** What the fact says, by its Chinese name. */
  details: z.array(z.object({ name: z.string(), value: z.string() })),
})
export type HandledRow = z.infer<typeof HandledRow>
