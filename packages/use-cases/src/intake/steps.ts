import type {
  confirmImport as confirmOperation,
  discardImport as discardOperation,
  putImportBack as putBackOperation,
} from '@anjie/contracts/operations/intake'
import { confirmedImport, discardedImport, putBackAsked } from '@anjie/domain/intake/importSteps'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitImport } from './commitImport.ts'
import { findImport } from './findImport.ts'

/** 确认: from now on the rows are carried out, in this person's name and by this person's rights. */
export const confirmImport: Command<InputOf<typeof confirmOperation>> = async (context, { params }) => {
  const found = await findImport(context, params.batchId, 'confirm')
  if (!found.ok) return found
  const { state, version } = found.value
  return commitImport(context, version, confirmedImport(state, context.member, context.now))
}

/** 撤回: each row that was carried out is taken back, as far as nothing stands on it. */
export const putImportBack: Command<InputOf<typeof putBackOperation>> = async (context, { params, body }) => {
  const found = await findImport(context, params.batchId, 'put-back')
  if (!found.ok) return found
  const { state, version } = found.value
  return commitImport(context, version, putBackAsked(state, body.reason, context.member, context.now))
}

/** 放弃: nothing of the file was carried out. */
export const discardImport: Command<InputOf<typeof discardOperation>> = async (context, { params }) => {
  const found = await findImport(context, params.batchId, 'discard')
  if (!found.ok) return found
  const { state, version } = found.value
  return commitImport(context, version, discardedImport(state, context.now))
}
