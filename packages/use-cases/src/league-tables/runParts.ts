import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { PreviousTable, ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import type { Subject } from '@anjie/domain/scoring/index'

/**
 * Side documents of a run. `<subject>`: its Scorecard. `archive` and `archive-<subject>`: what the run was made from and what
 * came out, so that anybody can work it out again.
 */
export const ARCHIVE_PART = 'archive'
export const archivePartOf = (subject: string): string => `archive-${subject}`

export interface ArchiveHead {
  readonly period: string
  readonly subjects: readonly Subject[]
  readonly previous: PreviousTable | null
  readonly result: Omit<ScoreRun, 'subjects'>
}

export interface ArchivedSubject {
  readonly values: readonly ItemValue[]
  readonly score: SubjectScore
}
