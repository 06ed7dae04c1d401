import type { endBasis as operation } from '@anjie/contracts/operations/honours'
import { err, ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { isOwn } from './isOwn.ts'

/** 终止批准依据: from the day after, no round opens and nothing is named by it. */
export const endBasis: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await findRecord(context, 'legal-basis', params.basisId)
  if (!found.ok) return found
  const { state, version } = found.value
  const own = isOwn(context, state.id)
  if (!own.ok) return own
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  if (state.endedFor !== undefined)
    return err({ code: 'transition-not-allowed', detail: `“${state.approvalNumber}”已经终止` })
  if (body.endsOn < state.approvedOn || (state.endsOn !== undefined && body.endsOn > state.endsOn))
    return err({ code: 'invalid-input', detail: '终止日期应在批准日期与有效期截止日之间', pointer: '/endsOn' })
  const outcome = { id: state.id, version: version + 1, status: 'ended' }
  const written = await context.store.commit(
    [
      {
        kind: 'legal-basis',
        id: state.id,
        expectedVersion: version,
        next: { ...state, endsOn: body.endsOn, endedFor: body.reason, updatedAt: context.now },
        fact: { type: 'BasisEnded', details: { endsOn: body.endsOn, reason: body.reason } },
      },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
