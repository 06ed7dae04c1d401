import type { setTitleTerm as operation } from '@anjie/contracts/operations/aftercare'
import { levelOf } from '@anjie/domain/access/index'
import { setTerm } from '@anjie/domain/aftercare/titleSteps'
import { titleKeeper } from '@anjie/domain/honours/titleKeeper'
import { err, ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'

/** 补登有效期 of a title that was taken over from a public list. */
export const setTitleTerm: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await findRecord(context, 'title', params.titleId)
  if (!found.ok) return found
  const { state, version } = found.value
  if (titleKeeper(state.id) !== levelOf(context.scope))
    return err({ code: 'not-permitted', detail: '称号由下级授予，有效期由授予机关确定' })
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const step = setTerm(state, body, context.now)
  if (!step.ok) return step
  const outcome = { id: state.id, version: version + 1, status: step.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'title', id: state.id, expectedVersion: version, ...step.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
