import { z } from 'zod'
import { RunId } from '../ids.ts'
import type { Part } from '../part.ts'
import { Instant } from '../plainDate.ts'
import { ItemValue } from '../scoring/itemValue.ts'
import { PreviousTable, ScoreRun, SubjectScore } from '../scoring/scoreRun.ts'
import { RunBasis } from './run.ts'
import { Scorecard } from './scorecard.ts'

/** What a run was made from and what came out, without the figures and results of the single subjects. */
export const ArchiveHead = z.object({
  period: z.string(),
  subjects: z.array(z.object({ code: z.string(), name: z.string(), group: z.string() })),
  previous: PreviousTable.nullable(),
  result: ScoreRun.omit({ subjects: true }),
})
export type ArchiveHead = z.infer<typeof ArchiveHead>

/** The figures of one subject and what came of them. */
export const ArchivedSubject = z.object({ values: z.array(ItemValue), score: SubjectScore })
export type ArchivedSubject = z.infer<typeof ArchivedSubject>

/** 计分所用: what a run is worked out from, frozen when it was asked for, so that it comes out the same however often it is taken up. */
export const FrozenRun = z.object({
  at: Instant,
  schemeVersion: z.int(),
  period: z.string(),
  basis: RunBasis,
  /** Whom the cycle assessed by then; who is taken in or out meanwhile belongs to the next run. */
  subjects: ArchiveHead.shape.subjects,
  outstanding: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Why it goes ahead although some are outstanding. */
  reason: z.string().optional(),
  previous: PreviousTable.nullable(),
  /** The run that is that table. */
  previousRun: RunId.optional(),
  /** Published tables of the years before, by which years in the best grade are counted. */
  earlier: z.array(z.object({ year: z.int(), run: RunId, successors: PreviousTable.shape.successors.optional() })),
  /** The figures lie in so many parts, in the order of the cycle's subjects. */
  parts: z.int().min(1),
})
export type FrozenRun = z.infer<typeof FrozenRun>

const FrozenFigures = z.array(z.object({ subject: z.string(), values: z.array(ItemValue) }))
export type FrozenFigures = z.infer<typeof FrozenFigures>

/** Side documents of a run: each subject's scorecard, and what anybody needs to work the run out again. */
export const runParts = {
  frozen: (): Part<FrozenRun> => ({ name: 'frozen', content: FrozenRun }),
  frozenFigures: (part: number): Part<FrozenFigures> => ({ name: `frozen-${part}`, content: FrozenFigures }),
  scorecard: (subject: string): Part<Scorecard> => ({ name: subject, content: Scorecard }),
  archiveHead: (): Part<ArchiveHead> => ({ name: 'archive', content: ArchiveHead }),
  archivedSubject: (subject: string): Part<ArchivedSubject> => ({
    name: `archive-${subject}`,
    content: ArchivedSubject,
  }),
} as const
