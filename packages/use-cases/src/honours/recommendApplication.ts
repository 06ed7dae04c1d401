import type { recommendApplication as operation } from '@anjie/contracts/operations/honours'
import { recommend } from '@anjie/domain/honours/decisions/recommend'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitApplication } from './commitApplication.ts'
import { openApplication } from './honourRecords.ts'

/** 县级推荐. */
export const recommendApplication: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await openApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state, version } = found.value
  return commitApplication(
    context,
    { id: state.id, version },
    recommend(state, context.member, body.opinion, context.now),
  )
}
