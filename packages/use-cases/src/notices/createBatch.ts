import type { createBatch as operation } from '@anjie/contracts/operations/notices'
import { BatchId } from '@anjie/contracts/vocabulary/ids'
import { codeOf } from '@anjie/domain/access/index'
import { namingCode } from '@anjie/domain/divisions/namingLevel'
import { typeOfRound } from '@anjie/domain/honours/typeOf'
import { createBatch as decide } from '@anjie/domain/notices/createBatch'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'

/** 建立拟命名批次 of a round; a round may have several. */
export const createBatch: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const round = await findRecord(context, 'round', body.roundId)
  if (!round.ok) return err({ ...round.error, pointer: '/roundId' })
  // A list belongs to whoever opened the round; others of the line only read it.
  if (namingCode(round.value.state.id) !== codeOf(context.scope))
    return err({ code: 'not-permitted', detail: '由开放该轮申报的单位建立名单', pointer: '/roundId' })
  const id = BatchId.parse(`${namingCode(round.value.state.id)}.${context.newId()}`)
  const step = decide(id, body.name, round.value.state, typeOfRound(round.value.state), context.now)
  const outcome = { id, version: 1, status: step.next.status }
  const written = await context.store.commit([{ kind: 'batch', id, expectedVersion: 0, ...step }], outcome)
  return written.ok ? ok(outcome) : written
}
