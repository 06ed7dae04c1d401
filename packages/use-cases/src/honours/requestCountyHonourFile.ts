import type { requestCountyHonourFile as operation } from '@anjie/contracts/operations/honours'
import { MAX_HONOUR_FILES } from '@anjie/contracts/vocabulary/honours/countyHonour'
import { MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submissions/submission'
import { withSlot } from '@anjie/domain/honours/recordFiles'
import { pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { evidenceIdOf } from '@anjie/domain/submissions/submissionIds'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { stepCountyHonour } from './countyHonourRecords.ts'

type Requested = Command<InputOf<typeof operation>>

const takeSlot: Requested = (context, { params, body }) =>
  stepCountyHonour(context, params.countyHonourId, 'change', (state) => {
    const id = evidenceIdOf(state.county, context.newId())
    const { member, now } = context
    const files = withSlot(state.files, { id, ...body }, { personId: member.personId, now, most: MAX_HONOUR_FILES })
    if (!files.ok) return files
    return ok({
      next: { ...state, files: files.value, updatedAt: now },
      fact: { type: 'CountyHonourFileRequested', details: { file: body.fileName } },
      replyId: id,
    })
  })

/** The form is good for ten minutes and a repeat is answered for a week, so each answer gets a form of its own for the same slot. */
const formForSlot: NonNullable<Requested['completeAnswer']> = async (context, { params }, { id }) => {
  const found = await findRecord(context, 'county-honour', params.countyHonourId)
  if (!found.ok) return found
  const { state } = found.value
  const slot = state.files.find((file) => file.id === id && file.status === 'pending')
  if (slot === undefined) return err({ code: 'evidence-refused', detail: '这份文件已经上传，请刷新后查看' })
  return ok({
    upload: await context.evidence.uploadForm(pendingKey(state, id), slot.contentType, MAX_EVIDENCE_BYTES),
  })
}

/** Takes a slot for the paper that gave the honour, and answers with the form for it. */
export const requestCountyHonourFile = Object.assign(takeSlot, { completeAnswer: formForSlot })
