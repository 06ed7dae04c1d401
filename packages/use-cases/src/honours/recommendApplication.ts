import type { recommendApplication as operation } from '@anjie/contracts/operations/honours'
import { recommend } from '@anjie/domain/honours/decisions/recommend'
import { typeOfRound } from '@anjie/domain/honours/typeOf'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { barsOf, getRoundOf, getUnitOf, lowerTitleOf } from './honourRecords.ts'

/** 县级推荐. */
export const recommendApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { store, member, now } = context
    const [unit, lower, round, bars] = await Promise.all([
      getUnitOf(store, application),
      lowerTitleOf(store, application),
      getRoundOf(store, application),
      barsOf(store, application.unitId),
    ])
    const { criteria } = typeOfRound(round)
    return { decided: recommend(application, member, body.opinion, unit, criteria, lower, bars, now) }
  })
