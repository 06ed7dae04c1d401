import type { correctTitle as operation } from '@anjie/contracts/operations/honours'
import { codeOf } from '@anjie/domain/access/index'
import { namingCode } from '@anjie/domain/divisions/namingLevel'
import { correctTitle as decide } from '@anjie/domain/honours/decisions/correctTitle'
import { err, ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { unusedCheckCode } from './unusedCheckCode.ts'

/** 更正称号, by who named it; the function that signs issues the new certificate within a minute or two. */
export const correctTitle: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await findRecord(context, 'title', params.titleId)
  if (!found.ok) return found
  const { state, version } = found.value
  if (state.batchId !== undefined && namingCode(state.batchId) !== codeOf(context.scope))
    return err({ code: 'not-permitted', detail: `称号由${state.issuer ?? '其他机关'}命名，更正由命名机关办理` })
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const { digest, now } = context
  const step = decide(state, body, { checkCode: unusedCheckCode(state, context.newCheckCode), digest, at: now })
  if (!step.ok) return step
  const outcome = { id: state.id, version: version + 1, status: step.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'title', id: state.id, expectedVersion: version, ...step.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
