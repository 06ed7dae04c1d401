import type { confirmCountyHonour as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { stepCountyHonour } from './countyHonourRecords.ts'

/** 确认 by the level that gave it: from then on it counts. */
export const confirmCountyHonour: Command<InputOf<typeof operation>> = (context, { params }) =>
  stepCountyHonour(context, params.countyHonourId, 'confirm', (state) => {
    const { member, now } = context
    const post = `${member.jurisdictionName}${member.post}`
    return ok({
      next: { ...state, status: 'confirmed', confirmed: { post, at: now }, updatedAt: now },
      fact: { type: 'CountyHonourConfirmed', details: { name: state.name, year: String(state.year) } },
    })
  })
