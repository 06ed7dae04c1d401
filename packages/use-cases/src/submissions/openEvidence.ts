import type { openEvidence as operation } from '@anjie/contracts/operations/submissions'
import { evidenceKey } from '@anjie/domain/submissions/evidenceKey'
import { err, ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { findSubmissionCase } from './submissionCase.ts'

/** A short-lived address of a file of a form that the caller may see. A file that was never seen in the store has none. */
export const openEvidence: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findSubmissionCase(context, params.submissionId)
  if (!found.ok) return found
  const { state } = found.value.record
  const evidence = state.evidence.find((each) => each.id === params.evidenceId && each.status === 'attached')
  if (evidence === undefined) return err({ code: 'not-found', detail: '没有找到这份佐证材料' })
  // Whoever uploaded it is told to remove it; nobody is handed a file in which something was found.
  if (evidence.scan?.result === 'found')
    return err({
      code: 'evidence-refused',
      detail: `“${evidence.fileName}”检出病毒（${evidence.scan.name}），不能打开`,
    })
  const { fileName, contentType, mark: etag = '' } = evidence
  return ok({
    url: await context.evidence.downloadUrl(evidenceKey(state, evidence.id, etag), fileName, contentType),
    fileName,
  })
}
