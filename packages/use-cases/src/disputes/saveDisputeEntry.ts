import type { saveDisputeEntry as operation } from '@anjie/contracts/operations/disputes'
import { type DisputeOrigin, DisputeStatement, OWN_SYSTEM } from '@anjie/contracts/vocabulary/disputes/dispute'
import { correctedDispute, enteredAgain, enteredDispute } from '@anjie/domain/disputes/disputeSteps'
import { writtenPlace } from '@anjie/domain/disputes/readPlace'
import { withoutNames } from '@anjie/domain/disputes/withoutNames'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { keepingCounty } from './keepingCounty.ts'
import { homeOf, whereTheyStand } from './standingDispute.ts'
import { keepPersons, namesOthers, personsIn, personsOf } from './statementPersons.ts'
import { systemNamesOf, systemsInUse } from './systemsInUse.ts'

/** 写入来源: a statement of one system; saying the same again changes nothing, another one corrects it. */
export const saveDisputeEntry: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, now, digest } = context
  const keeping = keepingCounty(context)
  if (!keeping.ok) return keeping
  const county = keeping.value
  const { parties, digests, ...given } = body
  const names = systemNamesOf(await systemsInUse(context, given.system))
  const systemName = names[given.system]
  if (systemName === undefined || given.system === OWN_SYSTEM)
    return err({
      code: 'value-invalid',
      detail: `没有代号为“${given.system}”的系统；请用字段对照里的代号`,
      pointer: '/system',
    })
  // An import read the place by its mapping already.
  const place = digests === undefined ? writtenPlace({ ...given, address: '' }, new Map()) : {}
  const statement = DisputeStatement.parse({ ...given, ...place })
  const origin: DisputeOrigin = {
    ...statement,
    summary: withoutNames(statement.summary, parties ?? []),
    home: homeOf(county, statement, digest),
    since: now,
  }
  const persons = digests ?? (await personsIn(context, county, parties))
  const [standing, named] = await Promise.all([
    whereTheyStand(store, [origin.home]),
    personsOf(store, [origin.home], now),
  ])
  await keepPersons(store, origin, persons, now)
  const there = standing.get(origin.home)
  if (there === undefined) {
    const { next, fact } = enteredDispute(origin, systemName, undefined, now)
    const outcome = { id: next.id, version: 1, status: 'entered' }
    const written = await store.commit([{ kind: 'dispute', id: next.id, expectedVersion: 0, next, fact }], outcome)
    return written.ok ? ok(outcome) : written
  }
  const { state, version } = there
  if (!state.origins.some(({ home }) => home === origin.home)) {
    const outcome = { id: state.id, version: version + 1, status: 'entered' }
    const again = enteredAgain(state, origin, systemName, now)
    const written = await store.commit([{ kind: 'dispute', id: state.id, expectedVersion: version, ...again }], outcome)
    return written.ok ? ok(outcome) : written
  }
  const corrected = correctedDispute(
    state,
    origin,
    systemName,
    now,
    namesOthers(named.get(origin.home), origin, persons, now),
  )
  if (corrected === undefined) return ok({ id: state.id, version, status: 'unchanged', unchanged: true })
  const outcome = { id: state.id, version: version + 1, status: 'corrected' }
  const written = await store.commit(
    [{ kind: 'dispute', id: state.id, expectedVersion: version, ...corrected }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
