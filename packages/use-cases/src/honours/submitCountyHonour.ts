import type { submitCountyHonour as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { stepCountyHonour } from './countyHonourRecords.ts'

/** 报送确认, with the paper that gave it. */
export const submitCountyHonour: Command<InputOf<typeof operation>> = (context, { params }) =>
  stepCountyHonour(context, params.countyHonourId, 'submit', (state) => {
    const { returnReason: _answered, ...rest } = state
    const files = String(state.files.filter(({ status }) => status === 'attached').length)
    return ok({
      next: { ...rest, status: 'submitted', updatedAt: context.now },
      fact: { type: 'CountyHonourSubmitted', details: { files } },
    })
  })
