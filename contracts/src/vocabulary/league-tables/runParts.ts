import { z } from 'zod'
import type { Part } from '../part.ts'
import { ItemValue } from '../scoring/itemValue.ts'
import { PreviousTable, ScoreRun, SubjectScore } from '../scoring/scoreRun.ts'
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

/** Side documents of a run: each subject's scorecard, and what anybody needs to work the run out again. */
export const runParts = {
  scorecard: (subject: string): Part<Scorecard> => ({ name: subject, content: Scorecard }),
  archiveHead: (): Part<ArchiveHead> => ({ name: 'archive', content: ArchiveHead }),
  archivedSubject: (subject: string): Part<ArchivedSubject> => ({
    name: `archive-${subject}`,
    content: ArchivedSubject,
  }),
} as const
