import { beijingDate } from '@anjie/calendar-cn'
import type { enterDispute as operation } from '@anjie/contracts/operations/disputes'
import {
  DisputeId,
  type DisputeOrigin,
  OWN_SYSTEM,
  OWN_SYSTEM_NAME,
} from '@anjie/contracts/vocabulary/disputes/dispute'
import { disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import { enteredDispute, NO_OUTCOMES } from '@anjie/domain/disputes/disputeSteps'
import { writtenPlace } from '@anjie/domain/disputes/readPlace'
import { firstTierFault } from '@anjie/domain/disputes/tiers'
import { withoutNames } from '@anjie/domain/disputes/withoutNames'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { keepingCounty } from './keepingCounty.ts'
import { ownNumber } from './ownNumber.ts'
import { keepPersons, personsIn } from './statementPersons.ts'

/** 登记纠纷: entered here, once. */
export const enterDispute: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, now } = context
  const keeping = keepingCounty(context)
  if (!keeping.ok) return keeping
  const county = keeping.value
  if (body.receivedOn > beijingDate(now))
    return err({ code: 'value-invalid', detail: '受理日在今天之后', pointer: '/receivedOn' })
  const fault = firstTierFault(body.gravity, body.tierReason)
  if (fault !== undefined) return err(fault)
  const local = context.newId()
  const origin: DisputeOrigin = {
    home: DisputeId.parse(`${county}.${local}`),
    system: OWN_SYSTEM,
    caseNumber: ownNumber(now, local),
    quotedNumbers: [],
    receivedOn: body.receivedOn,
    ...writtenPlace({ township: body.township, village: body.village ?? '', address: '' }, new Map()),
    kind: body.kind,
    kindWord: disputeKindNames[body.kind],
    summary: withoutNames(body.summary ?? '', body.parties ?? []),
    organisation: body.organisation ?? '',
    amount: body.amount ?? '',
    outcomeWord: '',
    outcomes: NO_OUTCOMES,
    since: now,
  }
  await keepPersons(store, origin, await personsIn(context, county, body.parties), now)
  const { next, fact } = enteredDispute(origin, OWN_SYSTEM_NAME, body, now)
  const outcome = { id: next.id, version: 1, status: 'entered' }
  const written = await store.commit([{ kind: 'dispute', id: next.id, expectedVersion: 0, next, fact }], outcome)
  return written.ok ? ok(outcome) : written
}
