import type { recommendApplication as operation } from '@anjie/contracts/operations/honours'
import { recommend } from '@anjie/domain/honours/decisions/recommend'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { getUnitOf } from './honourRecords.ts'

/** 县级推荐. */
export const recommendApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => ({
    decided: recommend(
      application,
      context.member,
      body.opinion,
      await getUnitOf(context.store, application),
      context.now,
    ),
  }))
