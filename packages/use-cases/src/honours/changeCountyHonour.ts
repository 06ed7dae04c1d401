import { beijingDate } from '@anjie/calendar-cn'
import type { changeCountyHonour as operation } from '@anjie/contracts/operations/honours'
import { countyHonourFault } from '@anjie/domain/honours/countyHonours'
import { withAuthor } from '@anjie/domain/honours/person'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { stepCountyHonour } from './countyHonourRecords.ts'

/** 修改荣誉登记, until it is confirmed; its name, level and year are what it is. */
export const changeCountyHonour: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  stepCountyHonour(context, params.countyHonourId, 'change', (state) => {
    const { namedOn: _former, ...rest } = state
    const { member, now } = context
    const next = { ...rest, ...body, enteredBy: withAuthor(state.enteredBy, member), updatedAt: now }
    const { name, level, year, issuer, documentNumber, namedOn } = next
    const content = { name, level, year, issuer, documentNumber, ...(namedOn === undefined ? {} : { namedOn }) }
    const fault = countyHonourFault(content, beijingDate(now))
    return fault === null
      ? ok({ next, fact: { type: 'CountyHonourChanged', details: { issuer, documentNumber } } })
      : err(fault)
  })
