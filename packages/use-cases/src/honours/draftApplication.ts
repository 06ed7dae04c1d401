import { beijingDate } from '@anjie/calendar-cn'
import type { draftApplication as operation } from '@anjie/contracts/operations/honours'
import { ApplicationId } from '@anjie/contracts/vocabulary/ids'
import { draft } from '@anjie/domain/honours/decisions/draft'
import { unitEligibility } from '@anjie/domain/honours/eligibility'
import { typeOfRound } from '@anjie/domain/honours/typeOf'
import { err } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { ceasedCounty } from '../units/ceasedCounty.ts'
import { commitApplication } from './commitApplication.ts'
import { heldTitles } from './heldTitles.ts'
import { barsOf, basisOf, slotOf } from './honourRecords.ts'

/** 起草申报 of one of the county's own units; the unit's slot is taken in the same commit. */
export const draftApplication: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, scope, member, now } = context
  if (scope.level !== 'county' && scope.level !== 'unit')
    return err({ code: 'not-permitted', detail: '由单位所在的县（市、区）起草申报' })
  const closed = await ceasedCounty(context)
  if (closed !== undefined) return err(closed)
  const round = await findRecord(context, 'round', body.roundId)
  if (!round.ok) return err({ ...round.error, pointer: '/roundId' })
  const unit = await findRecord(context, 'unit', body.unitId)
  if (!unit.ok) return err({ ...unit.error, pointer: '/unitId' })
  const divisions = await context.divisions()
  const county = divisions.counties.find(({ code }) => code === scope.county)
  const city = divisions.cities.find(({ code }) => code === scope.city)
  if (county === undefined || city === undefined) throw new Error(`${scope.county} is not in the division tree`)

  const [slot, titles, basis, bars] = await Promise.all([
    slotOf(store, round.value.state, unit.value.state),
    heldTitles(store, unit.value.state, scope.county),
    basisOf(store, round.value.state),
    barsOf(store, unit.value.state.id),
  ])
  const id = ApplicationId.parse(`${unit.value.state.id}-${context.newId()}`)
  const decided = draft({
    id,
    member,
    round: round.value.state,
    unit: unit.value.state,
    countyName: county.name,
    cityName: city.name,
    eligibility: unitEligibility({
      type: typeOfRound(round.value.state),
      round: round.value.state,
      unit: unit.value.state,
      today: beijingDate(now),
      titles,
      basis,
      bars,
      submittedBefore: false,
    }),
    slotHolder: slot.holder,
    at: now,
  })
  const outcome = await commitApplication(context, { id, version: 0 }, decided, { slot })
  // Somebody else's draft for the same unit was quicker by a moment.
  return !outcome.ok && outcome.error.code === 'stale-version'
    ? err({ code: 'already-applied', detail: `${unit.value.state.name}本轮已有申报`, pointer: '/unitId' })
    : outcome
}
