import type {
  attachReportFile as attachOperation,
  openReportFile as openOperation,
  requestReportFile as requestOperation,
} from '@anjie/contracts/operations/procedure'
import type { ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submissions/submission'
import { attachedFile } from '@anjie/domain/honours/recordFiles'
import { attachReportFile as attach, reportOf, requestReportFile as request } from '@anjie/domain/procedure/reportSteps'
import { evidenceKey, pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { evidenceIdOf } from '@anjie/domain/submissions/submissionIds'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Command, Query } from '../ports.ts'
import { changePaper } from './changePaper.ts'

type Requested = Command<InputOf<typeof requestOperation>>

/** Its files lie with the place that it is about. */
const keeper = ({ id, place }: ProcedurePaper) => ({ id, county: place })

const takeSlot: Requested = async (context, { params, body }) => {
  const found = await findRecord(context, 'procedure-paper', params.paperId)
  if (!found.ok) return found
  const id = evidenceIdOf(found.value.state.place, context.newId())
  return changePaper(
    context,
    params.paperId,
    (state, cycle) => request(state, { id, ...body }, cycle, context.member, context.now),
    { replyId: id },
  )
}

/** As for evidence: each answer gets a form of its own for the same slot. */
const formForSlot: NonNullable<Requested['completeAnswer']> = async (context, { params }, { id }) => {
  const found = await findRecord(context, 'procedure-paper', params.paperId)
  if (!found.ok) return found
  const slot = reportOf(found.value.state).files.find((file) => file.id === id && file.status === 'pending')
  if (slot === undefined) return err({ code: 'evidence-refused', detail: '这份佐证材料已经上传，请刷新后查看' })
  const key = pendingKey(keeper(found.value.state), slot.id)
  return ok({ upload: await context.evidence.uploadForm(key, slot.contentType, MAX_EVIDENCE_BYTES) })
}

/** Takes a slot for one file and answers with the form by which the browser sends it straight to the file store. */
export const requestReportFile = Object.assign(takeSlot, { completeAnswer: formForSlot })

/** Looks at what was uploaded; only a file that is there and is what it was said to be is kept. */
export const attachReportFile: Command<InputOf<typeof attachOperation>> = (context, { params }) =>
  changePaper(context, params.paperId, async (state, cycle) => {
    const { evidence, member, now } = context
    const isListed = reportOf(state).files.some(({ id }) => id === params.evidenceId)
    const pending = pendingKey(keeper(state), params.evidenceId)
    const seen = isListed ? await evidence.inspect(pending) : undefined
    const decided = attach(state, params.evidenceId, seen, cycle, member, now)
    if (!decided.ok || seen === undefined) return decided
    const kept = await evidence.keep(pending, evidenceKey(keeper(state), params.evidenceId, seen.etag), seen.etag)
    return kept ? decided : err({ code: 'evidence-not-uploaded' as const, detail: '文件在核对期间被重新上传，请重试' })
  })

/** A short-lived address of a file, for whoever may see the report. */
export const openReportFile: Query<InputOf<typeof openOperation>, OutputOf<typeof openOperation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'procedure-paper', params.paperId)
  if (!found.ok) return found
  const { state } = found.value
  const file = attachedFile(reportOf(state).files, params.evidenceId)
  if (file === undefined) return err({ code: 'not-found', detail: '没有找到这份文件' })
  const key = evidenceKey(keeper(state), file.id, file.mark ?? '')
  return ok({ url: await context.evidence.downloadUrl(key, file.fileName, file.contentType), fileName: file.fileName })
}
