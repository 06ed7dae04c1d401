import { hasContent } from '@anjie/domain/submissions/formContent'
import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

export type CompletenessRow = Answer<(typeof OPERATIONS)['getCycleProgress']>['rows'][number]

/** 报送情况 of one form: whether it was handed in and when, apart from whether anything stands in it. */
export type Handed = 'none' | 'in-time' | 'late' | 'open' | 'overdue'

export const handedOf = (row: CompletenessRow): Handed =>
  row.status === null
    ? 'none'
    : row.submittedAt !== null
      ? row.late
        ? 'late'
        : 'in-time'
      : row.overdue
        ? 'overdue'
        : row.status === 'draft'
          ? 'open'
          : 'in-time'

/** 有无内容: a form of noughts and blanks has none, whether it was handed in or not. */
export type Substance = 'content' | 'noughts' | 'empty'

export const substanceOf = ({ content }: CompletenessRow): Substance =>
  content === null || content.reported + content.missing + content.notApplicable === 0
    ? 'empty'
    : hasContent(content)
      ? 'content'
      : 'noughts'

export interface CompletenessCounts {
  readonly all: number
  readonly inTime: number
  readonly late: number
  /** Handed in, and nothing but noughts and blanks in it. */
  readonly handedWithout: number
  readonly drafts: number
  readonly draftsWith: number
  readonly overdue: number
}

export function completenessCounts(rows: readonly CompletenessRow[]): CompletenessCounts {
  const forms = rows.filter(({ status }) => status !== null)
  const of = (handed: Handed) => forms.filter((row) => handedOf(row) === handed)
  const handed = [...of('in-time'), ...of('late')]
  const drafts = forms.filter(({ status, submittedAt }) => status === 'draft' && submittedAt === null)
  return {
    all: forms.length,
    inTime: of('in-time').length,
    late: of('late').length,
    handedWithout: handed.filter((row) => substanceOf(row) !== 'content').length,
    drafts: drafts.length,
    draftsWith: drafts.filter((row) => substanceOf(row) !== 'empty').length,
    overdue: of('overdue').length,
  }
}
