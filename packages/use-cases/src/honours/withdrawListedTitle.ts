import type { withdrawListedTitle as operation } from '@anjie/contracts/operations/honours'
import { withdrawnTitle } from '@anjie/domain/honours/listedTitle'
import { ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'

/** 撤回登记, as long as nothing was done with the title. */
export const withdrawListedTitle: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await findRecord(context, 'title', params.titleId)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = withdrawnTitle(state, body.reason, context.now)
  if (!decision.ok) return decision
  const outcome = { id: state.id, version: version + 1, status: 'withdrawn' }
  const written = await context.store.commit(
    [{ kind: 'title', id: state.id, expectedVersion: version, ...decision.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
