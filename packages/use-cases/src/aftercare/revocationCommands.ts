import type {
  answerRevocation as answerOperation,
  appealRevocation as appealOperation,
  decideRevocationAppeal as decideAppealOperation,
  decideRevocation as decideOperation,
  proposeRevocation as proposeOperation,
} from '@anjie/contracts/operations/aftercare'
import { codeOf } from '@anjie/domain/access/index'
import { lowerRevoked } from '@anjie/domain/aftercare/incidents'
import {
  answerRevocation as answer,
  appealRevocation as appeal,
  decideAppeal,
  proposeRevocation as propose,
  revoke,
} from '@anjie/domain/aftercare/revocationSteps'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Change, Command } from '../ports.ts'
import { incidentChange } from './addIncident.ts'
import { changeRecheck } from './changeRecheck.ts'

/** 拟撤销并告知. */
export const proposeRevocation: Command<InputOf<typeof proposeOperation>> = (context, { params, body }) =>
  changeRecheck(context, params.recheckId, (state, title) => propose(state, title, body, context.member, context.now))

/** 陈述申辩. */
export const answerRevocation: Command<InputOf<typeof answerOperation>> = (context, { params, body }) =>
  changeRecheck(context, params.recheckId, (state) => answer(state, body.text, context.member, context.now))

/** 决定撤销: title, document number, and what it means for the higher titles that rest on it, in one commit. */
export const decideRevocation: Command<InputOf<typeof decideOperation>> = async (context, { params, body }) => {
  const { store, scope } = context
  const numberId = `${codeOf(scope)}.${body.documentNumber}`
  if ((await store.get('document-number', numberId)) !== undefined)
    return err({
      code: 'duplicate-document-number',
      detail: `文号“${body.documentNumber}”已经用过`,
      pointer: '/documentNumber',
    })
  return changeRecheck(
    context,
    params.recheckId,
    (state, title) => revoke(state, title, body, context.member, context.now),
    async (title, recheck) => {
      const changes: Change[] = [
        {
          kind: 'document-number',
          id: numberId,
          expectedVersion: 0,
          next: { batchId: params.recheckId },
          fact: {
            type: 'DocumentNumberUsed',
            details: { documentNumber: body.documentNumber, batch: `撤销${title.unitName}“${title.honourName}”称号` },
          },
        },
      ]
      // Of a title of a public list the case knows whose it is.
      const unitId = title.unitId ?? recheck.unitId
      const unit = unitId === undefined ? undefined : await store.get('unit', unitId)
      if (unit === undefined) return ok(changes)
      const incident = await incidentChange(context, unit.state, lowerRevoked(title, body.documentNumber, body.on))
      return incident.ok ? ok([...changes, incident.value]) : incident
    },
  )
}

/** 提出申诉. */
export const appealRevocation: Command<InputOf<typeof appealOperation>> = (context, { params, body }) =>
  changeRecheck(context, params.recheckId, (state) => appeal(state, body.text, context.member, context.now))

/** 申诉复核. */
export const decideRevocationAppeal: Command<InputOf<typeof decideAppealOperation>> = (context, { params, body }) =>
  changeRecheck(context, params.recheckId, (state, title) =>
    decideAppeal(state, title, body, context.member, context.now),
  )
