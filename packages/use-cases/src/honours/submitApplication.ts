import { beijingDate } from '@anjie/calendar-cn'
import type { submitApplication as operation } from '@anjie/contracts/operations/honours'
import { submit } from '@anjie/domain/honours/decisions/submit'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitApplication } from './commitApplication.ts'
import { eligibilityOf } from './eligibilityOf.ts'
import { openApplication } from './honourRecords.ts'

/** 提交申报, once every condition is met today. */
export const submitApplication: Command<InputOf<typeof operation>> = async (context, { params }) => {
  const found = await openApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state, version } = found.value
  const eligibility = await eligibilityOf(context, state, beijingDate(context.now))
  return commitApplication(context, { id: state.id, version }, submit(state, context.member, eligibility, context.now))
}
