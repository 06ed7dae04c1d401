import type { SubjectCode } from '@anjie/contracts/vocabulary/ids'
import type { ReleasedTable, ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import type { RecordKind, RecordState } from '@anjie/contracts/vocabulary/records'
import { previewScorecard } from '@anjie/domain/league-tables/previewScorecard'
import { assessorCode } from '@anjie/domain/schemes/assessor'

/**
 * A document that a run releases. `owner`: the city, county or unit whose scorecard it is (a county reads its units' as well), or the
 * commission whose table it is. `order`: of two documents of one cycle and subject the one with the higher order stands,
 * whichever is delivered last.
 */
export type ReleasedDocument =
  | {
      readonly what: 'scorecard'
      readonly owner: string
      readonly subject: SubjectCode
      readonly cycleId: string
      readonly order: number
      readonly document: Scorecard
    }
  | {
      readonly what: 'league-table'
      readonly owner: string
      readonly cycleId: string
      readonly order: number
      readonly document: ReleasedTable
    }

/** Subjects whose scorecards `releasedDocumentsOf` will ask for, so that they can be read beforehand. */
export function releasedSubjects<K extends RecordKind>(kind: K, state: RecordState<K>): readonly string[] {
  return isReleasedRun(kind, state) ? state.rows.map((row) => row.subject) : []
}

/**
 * What a record of this state releases to whom. A run in preview: to each subject its own scorecard, without what would tell
 * of others. A published one: to each its whole scorecard, to the assessor's jurisdiction the league table. Anything else: nothing.
 * `scorecardOf` gives the run's scorecard of a subject; a missing one is a broken assumption and throws.
 */
export function releasedDocumentsOf<K extends RecordKind>(
  kind: K,
  id: string,
  version: number,
  state: RecordState<K>,
  scorecardOf: (subject: string) => Scorecard | undefined,
): readonly ReleasedDocument[] {
  if (!isReleasedRun(kind, state)) return []
  const { cycleId } = state
  const sealed = state.seal === undefined ? {} : { seal: state.seal }
  const order = releaseOrder(state.computedAt, version)
  const scorecards = state.rows.map((row): ReleasedDocument => {
    const scorecard = scorecardOf(row.subject)
    if (scorecard === undefined) throw new Error(`run ${id} has no scorecard of ${row.subject}`)
    return {
      what: 'scorecard',
      owner: row.subject,
      subject: row.subject,
      cycleId,
      order,
      document: state.status === 'preview' ? previewScorecard(scorecard) : { ...scorecard, ...sealed },
    }
  })
  if (state.status !== 'published') return scorecards
  const document = { cycleName: state.cycleName, groups: state.groups, rows: state.rows, notes: state.notes, ...sealed }
  return [...scorecards, { what: 'league-table', owner: assessorCode(state), cycleId, order, document }]
}

function isReleasedRun(kind: RecordKind, state: RecordState<RecordKind>): state is ScoreRunRecord {
  return kind === 'run' && 'status' in state && (state.status === 'preview' || state.status === 'published')
}

/** A run has fewer versions than this: computed, previewed, published or superseded. */
const VERSIONS_OF_A_RUN = 16

/** Newer runs after older ones, and of one run its later steps after its earlier ones. */
function releaseOrder(computedAt: string, version: number): number {
  return Date.parse(computedAt) * VERSIONS_OF_A_RUN + Math.min(version, VERSIONS_OF_A_RUN - 1)
}
