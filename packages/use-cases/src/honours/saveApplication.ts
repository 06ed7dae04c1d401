import type { saveApplication as operation } from '@anjie/contracts/operations/honours'
import { save } from '@anjie/domain/honours/decisions/save'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitApplication } from './commitApplication.ts'
import { openApplication } from './honourRecords.ts'

/** 保存申报. */
export const saveApplication: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await openApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state, version } = found.value
  return commitApplication(context, { id: state.id, version }, save(state, context.member, body, context.now))
}
