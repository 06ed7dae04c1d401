import type { withdrawApplication as operation } from '@anjie/contracts/operations/honours'
import { withdraw } from '@anjie/domain/honours/decisions/withdraw'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitApplication } from './commitApplication.ts'
import { openApplication } from './honourRecords.ts'

/** 撤回申报. */
export const withdrawApplication: Command<InputOf<typeof operation>> = async (context, { params }) => {
  const found = await openApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state, version } = found.value
  return commitApplication(context, { id: state.id, version }, withdraw(state, context.member, context.now))
}
