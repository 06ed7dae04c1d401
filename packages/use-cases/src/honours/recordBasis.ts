import { beijingDate } from '@anjie/calendar-cn'
import type { recordBasis as operation } from '@anjie/contracts/operations/honours'
import { BasisId } from '@anjie/contracts/vocabulary/ids'
import { codeOf, levelOf } from '@anjie/domain/access/index'
import { basisFault } from '@anjie/domain/honours/legalBasis'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { typeOf } from './honourTypes.ts'

/** 登记批准依据 of the own level; the rules decide who may use which regime. */
export const recordBasis: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, scope, now } = context
  if ((await typeOf(context, body.honour)) === undefined)
    return err({ code: 'invalid-input', detail: '没有这一荣誉类型', pointer: '/honour' })
  const id = BasisId.parse(`${codeOf(scope)}.${context.newId()}`)
  const next = { ...body, id, level: levelOf(scope), updatedAt: now }
  const fault = basisFault(next, beijingDate(now))
  if (fault !== null) return err(fault)
  const outcome = { id, version: 1, status: 'standing' }
  const written = await store.commit(
    [
      {
        kind: 'legal-basis',
        id,
        expectedVersion: 0,
        next,
        fact: { type: 'BasisRecorded', details: { issuer: body.issuer, approvalNumber: body.approvalNumber } },
      },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
