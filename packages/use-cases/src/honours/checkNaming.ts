import { beijingDate, dayText } from '@anjie/calendar-cn'
import type { checkNaming as operation } from '@anjie/contracts/operations/honours'
import { barsOn } from '@anjie/domain/honours/bars'
import { whyPassedOver } from '@anjie/domain/honours/decisions/passOver'
import { standingEntries } from '@anjie/domain/notices/batchEntries'
import { isHeldByObjection, whyHeld } from '@anjie/domain/objections/holdUnit'
import { hasEnded, unitNameOn } from '@anjie/domain/units/unitChange'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { barsOfUnits, lowerTitlesOf, renewedTitlesOf, unitsOf, unitTitlesOf } from './honourRecords.ts'

type Finding = OutputOf<typeof operation>['findings'][number]

/** 命名前核对: what a decision of today would do otherwise than name each unit as it stands in the list. */
export const checkNaming: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'batch', params.batchId)
  if (!found.ok) return found
  const { store } = context
  const today = beijingDate(context.now)
  const entries = standingEntries(found.value.state)
  const cases = await store.getMany(
    'application',
    entries.map(({ applicationId }) => applicationId),
  )
  const standing = [...cases.values()].map(({ state }) => state)
  const [units, notes, lower, bars, renewed] = await Promise.all([
    unitsOf(store, standing),
    unitTitlesOf(store, standing, today),
    lowerTitlesOf(store, standing),
    barsOfUnits(store, standing),
    renewedTitlesOf(store, standing),
  ])
  const findings = entries.flatMap(({ applicationId, unitName }): Finding[] => {
    const state = cases.get(applicationId)?.state
    if (state === undefined) return []
    const unit = units(state)
    const of = (what: Finding['what'], text: string): Finding => ({ applicationId, unitName, what, text })
    const reason = whyPassedOver(state, unit, notes(state).held, lower(state), bars(state), today, renewed(state))
    if (isHeldByObjection(state)) return [of('held', `${whyHeld(state)}，不随本批命名`)]
    if (reason !== null) {
      const isBarred = notes(state).held === null && bars(state).some((bar) => barsOn(bar, today))
      return [of(hasEnded(unit, today) ? 'ended' : isBarred ? 'barred' : 'titled', `${reason}，不予命名`)]
    }
    const name = unitNameOn(unit, today)
    if (name !== unitName) return [of('renamed', `${dayText(today)}名称为“${name}”，按现名命名`)]
    return unit.parentName !== undefined && unit.parentName !== state.townshipName && state.townshipName !== undefined
      ? [of('renamed', `现属${unit.parentName}，按现属乡镇命名`)]
      : []
  })
  return ok({ standing: entries.length, findings })
}
