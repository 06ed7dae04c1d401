import type { returnCountyHonour as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { stepCountyHonour } from './countyHonourRecords.ts'

/** 退回, with what is not right: the county mends it and sends it again. */
export const returnCountyHonour: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  stepCountyHonour(context, params.countyHonourId, 'return', (state) =>
    ok({
      next: { ...state, status: 'returned', returnReason: body.reason, updatedAt: context.now },
      fact: { type: 'CountyHonourReturned', details: { reason: body.reason } },
    }),
  )
