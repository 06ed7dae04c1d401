import { beijingDate } from '@anjie/calendar-cn'
import type { endUnit as operation } from '@anjie/contracts/operations/units'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import { RoundId } from '@anjie/contracts/vocabulary/ids'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { unitEnded } from '@anjie/domain/aftercare/incidents'
import { slotId } from '@anjie/domain/honours/recordIds'
import { endedUnit } from '@anjie/domain/units/endedUnit'
import { unitFault } from '@anjie/domain/units/unitParent'
import { err, ok } from '@anjie/kernel'
import { incidentChange } from '../aftercare/addIncident.ts'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command, RecordStore } from '../ports.ts'
import { endedPostChanges } from '../posts/unitsPosts.ts'
import { followTownship, unitsBelow } from './unitsBelow.ts'

/** 撤并单位. What lies in a township that is merged into another one moves along. */
export const endUnit: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, now } = context
  const found = await findRecord(context, 'unit', params.unitId)
  if (!found.ok) return found
  const { state: unit, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const { on, approvalReference } = body
  const known = await store.getMany('unit', body.successors)
  const unknown = body.successors.findIndex((id) => !known.has(id))
  if (unknown >= 0) return err(unitFault(`/successors/${unknown}`, '没有找到这个承继单位'))
  const successors = body.successors.flatMap((id) => known.get(id)?.state ?? [])
  const below = await unitsBelow(store, unit)
  const decision = endedUnit(unit, {
    successors,
    on,
    approvalReference,
    openApplications: await openApplications(store, unit),
    below: below.map(({ state }) => state),
    today: beijingDate(now),
    now,
  })
  if (!decision.ok) return decision
  const [successor] = successors
  if (successor !== undefined) await followTownship(context, below, successor, { on, approvalReference, now })
  const reply = { id: unit.id, version: version + 1, status: 'ended' }
  // Its titles go before whoever gave them once it is no more.
  const ended = decision.value.next
  const incident = await incidentChange(context, ended, unitEnded(ended, successors, approvalReference))
  if (!incident.ok) return incident
  const posts = await endedPostChanges(context, unit, { on, successors })
  const written = await store.commit(
    [{ kind: 'unit', id: unit.id, expectedVersion: version, ...decision.value }, incident.value, ...posts],
    reply,
  )
  return written.ok ? ok(reply) : written
}

/** By the slots that the unit holds in the rounds, because the list of applications may lag. */
async function openApplications(store: RecordStore, unit: Unit): Promise<readonly Application[]> {
  const rounds = await store.listFrame('round')
  const slots = await store.getMany(
    'application-slot',
    rounds.map((round) => slotId({ id: RoundId.parse(round.id) }, unit)),
  )
  const held = [...slots.values()].flatMap(({ state }) => state.applicationId ?? [])
  const applications = await store.getMany('application', held)
  return [...applications.values()]
    .map(({ state }) => state)
    .filter(({ status }) => status !== 'named' && status !== 'rejected')
}
