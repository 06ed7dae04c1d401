import type { answerAppeal as operation } from '@anjie/contracts/operations/appeals'
import { answerAppeal as decide } from '@anjie/domain/appeals/answerAppeal'
import { ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'

export const answerAppeal: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await findRecord(context, 'appeal', params.appealId)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = decide(state, body.outcome, body.answer, context.member, context.now)
  if (!decision.ok) return decision
  const reply = { id: state.id, version: version + 1, status: decision.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'appeal', id: state.id, expectedVersion: version, ...decision.value }],
    reply,
  )
  return written.ok ? ok(reply) : written
}
