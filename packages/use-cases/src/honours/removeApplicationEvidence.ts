import type { removeApplicationEvidence as operation } from '@anjie/contracts/operations/honours'
import { removeEvidence } from '@anjie/domain/honours/decisions/evidence'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'

/** 移除申报佐证材料. */
export const removeApplicationEvidence: Command<InputOf<typeof operation>> = (context, { params }) =>
  changeApplication(context, params.applicationId, (application) => ({
    decided: removeEvidence(application, params.evidenceId, context.member, context.now),
  }))
