import type { getReviewSignals as operation } from '@anjie/contracts/operations/submissions'
import { isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { aboveSurvey, type FileElsewhere, roundFigures, sameFiles } from '@anjie/domain/submissions/reviewSignals'
import { ok } from '@anjie/kernel'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'
import { commissionValuesId } from './commissionValuesId.ts'
import { findSubmissionCase, type SubmissionCase } from './submissionCase.ts'

/** What a reviewer may want to ask about a form that was handed in, as questions. */
export const getReviewSignals: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findSubmissionCase(context, params.submissionId)
  if (!found.ok) return found
  const { record, form, cycle } = found.value
  const { state } = record
  if (state.status === 'draft') return ok({ signals: [] })
  const own = state.subject?.code ?? state.county
  // The survey's figures are read by the commission alone.
  const asksSurvey = isOwnAssessor(cycle, context.member) && form.checks.some(({ kind }) => kind === 'above-survey')
  const [elsewhere, survey] = await Promise.all([
    filesElsewhere(context, found.value, own),
    asksSurvey ? context.store.get('commission-values', commissionValuesId(cycle.id, own)) : undefined,
  ])
  return ok({
    signals: [
      ...roundFigures(form, state.values),
      ...sameFiles(form, state, elsewhere),
      ...(survey === undefined ? [] : aboveSurvey(form, state.values, survey.state.values)),
    ],
  })
}

/** Files of the other units, where the caller sees the progress of the cycle; a county sees none of another. */
async function filesElsewhere(
  { store }: QueryContext,
  { record, cycle }: SubmissionCase,
  own: string,
): Promise<readonly FileElsewhere[]> {
  if (!record.state.evidence.some(({ mark }) => mark !== undefined)) return []
  const rows = await store.progress(cycle.id, 'files')
  if (rows === undefined) return []
  const names = new Map<string, string>((await subjectsOf(store, cycle)).map(({ code, name }) => [code, name]))
  return [...rows].flatMap(([subject, { files = [] }]) =>
    subject === own ? [] : files.map((mark) => ({ mark, unit: names.get(subject) ?? subject })),
  )
}
