import type { PaperRow } from '@anjie/documents/paper/paperPdf'
import { MEETING_OUTCOME_NAMES } from '@anjie/domain/procedure/deliberationSteps'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { procedureWords as words } from '../../../locales/zh-CN/procedure.ts'
import type { ProcedureCase } from './procedureCase.ts'

/** What the 审定表 says, on paper and in the file: what was proposed by grade, the review, and what the meeting decided; posts, no names. */
export function deliberationRows({ state }: Pick<ProcedureCase, 'state'>): readonly PaperRow[] {
  const { deliberation, review } = state
  if (deliberation === undefined) return []
  const { record, grades } = deliberation
  const byGrade = Map.groupBy(grades, ({ grade }) => grade ?? words.noGrade)
  const rows = words.sheetRows
  return [
    { label: rows.cycle, text: state.cycleName },
    { label: rows.proposal, text: deliberation.proposed.text },
    ...(review === undefined ? [] : [{ label: rows.review, text: reviewText(review) }]),
    ...[...byGrade].map(([grade, of]) => ({
      label: rows.grade(grade, of.length),
      text: of.map(({ name, score }) => (score === null ? name : `${name}（${score}）`)).join('、'),
    })),
    ...(record === undefined
      ? []
      : [
          { label: rows.meeting, text: words.meeting(dayText(record.on), record.documentNumber, record.chair) },
          { label: rows.present, text: record.present.join('、') },
          {
            label: rows.decision,
            text: `${MEETING_OUTCOME_NAMES[record.outcome]}。${record.text}`,
            signed: `${record.chair} ${dayText(record.on)}`,
          },
        ]),
    { label: rows.seal, text: deliberation.resultHash },
  ]
}

function reviewText({ candidates }: NonNullable<ProcedureCase['state']['review']>): string {
  const struck = candidates.filter(({ finding }) => finding?.outcome === 'struck').map(({ name }) => name)
  return [
    words.cleared(candidates.length - struck.length),
    ...(struck.length === 0 ? [] : [words.struck(struck.join('、'))]),
  ].join('；')
}
