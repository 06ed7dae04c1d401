import type { requestBasisFile as operation } from '@anjie/contracts/operations/honours'
import { MAX_BASIS_FILES } from '@anjie/contracts/vocabulary/honours/legalBasis'
import { BasisFileId } from '@anjie/contracts/vocabulary/ids'
import { MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submissions/submission'
import { namingCode } from '@anjie/domain/divisions/namingLevel'
import { withSlot } from '@anjie/domain/honours/recordFiles'
import { pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { filesPlace, stepBasisFiles } from './basisFiles.ts'

type Requested = Command<InputOf<typeof operation>>

const takeSlot: Requested = (context, { params, body }) =>
  stepBasisFiles(context, params.basisId, async (state) => {
    const id = BasisFileId.parse(`${namingCode(state.id)}.${context.newId()}`)
    const { member, now } = context
    const given = { personId: member.personId, now, most: MAX_BASIS_FILES }
    const files = withSlot(state.files ?? [], { id, ...body }, given)
    return files.ok
      ? ok({ files: files.value, type: 'BasisFileRequested' as const, details: { file: body.fileName }, replyId: id })
      : files
  })

/** The form is good for ten minutes and a repeat is answered for a week, so each answer gets a form of its own for the same slot. */
const formForSlot: NonNullable<Requested['completeAnswer']> = async (context, { params }, { id }) => {
  const found = await findRecord(context, 'legal-basis', params.basisId)
  if (!found.ok) return found
  const { state } = found.value
  const slot = state.files?.find((file) => file.id === id && file.status === 'pending')
  if (slot === undefined) return err({ code: 'evidence-refused', detail: '这份文件已经上传，请刷新后查看' })
  const key = pendingKey(filesPlace(state), id)
  return ok({ upload: await context.evidence.uploadForm(key, slot.contentType, MAX_EVIDENCE_BYTES) })
}

/** Takes a slot for 批准文件 and answers with the form for it. */
export const requestBasisFile = Object.assign(takeSlot, { completeAnswer: formForSlot })
