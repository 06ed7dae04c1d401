import { beijingDate } from '@anjie/calendar-cn'
import type { takeBackUnitStep as operation } from '@anjie/contracts/operations/units'
import { RoundId } from '@anjie/contracts/vocabulary/ids'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { slotId } from '@anjie/domain/honours/recordIds'
import { takenBackUnit } from '@anjie/domain/units/takenBackUnit'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import { err, ok } from '@anjie/kernel'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { checkVersion, findRecord } from '../findRecord.ts'
import { foundRows } from '../foundRows.ts'
import type { InputOf } from '../input.ts'
import type { Command, RecordStore } from '../ports.ts'
import { renamedPostChanges } from '../posts/unitsPosts.ts'
import { twinFault } from './twinFault.ts'
import { followTownship, unitsBelow } from './unitsBelow.ts'

/** 撤回登记: the newest step of a unit, as far as nothing stands on it. A township that gets its former name back takes along what lies in it. */
export const takeBackUnitStep: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, now } = context
  const found = await findRecord(context, 'unit', params.unitId)
  if (!found.ok) return found
  const { state: unit, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const last = (await store.facts('unit', unit.id, { limit: 1 })).facts.at(-1)
  const decision = takenBackUnit(unit, {
    last,
    standing: last?.type === 'UnitRegistered' ? await standingOn(store, unit) : [],
    reason: body.reason,
    now,
  })
  if (!decision.ok) return decision
  const { next } = decision.value
  if (next.withdrawn !== true) {
    // Its former name may be somebody else's by now.
    const twin = await twinFault(store, next, false)
    if (twin !== undefined) return err(twin)
  }
  if (next.name !== unit.name) {
    const mark = { on: beijingDate(now), approvalReference: body.reason.slice(0, 80), now }
    await followTownship(context, await unitsBelow(store, unit), next, mark)
  }
  const status = next.withdrawn === true ? 'withdrawn' : next.validTo === undefined ? 'current' : 'ended'
  const reply = { id: unit.id, version: version + 1, status }
  const posts = await renamedPostChanges(context, [next])
  const written = await store.commit(
    [{ kind: 'unit', id: unit.id, expectedVersion: version, ...decision.value }, ...posts],
    reply,
  )
  return written.ok ? ok(reply) : written
}

/** What refers to a unit, in the words of the refusal. */
async function standingOn(store: RecordStore, unit: Unit): Promise<readonly string[]> {
  const name = unitNameKey(unit.name, unit.kind)
  const [below, rounds, titles, posts, bars, cycles] = await Promise.all([
    unitsBelow(store, unit),
    store.listFrame('round'),
    foundRows(store, 'title', { name }),
    foundRows(store, 'membership', { stage: 'open' }),
    store.get('bars', unit.id),
    store.listOwn('cycle'),
  ])
  const [slots, subjects] = await Promise.all([
    store.getMany(
      'application-slot',
      rounds.map((round) => slotId({ id: RoundId.parse(round.id) }, unit)),
    ),
    assessedAmong(
      store,
      cycles.map(({ id }) => id),
    ),
  ])
  return [
    ...(below.length === 0 ? [] : [`下属${below[0]?.state.name ?? ''}等${below.length}个单位`]),
    ...(slots.size === 0 ? [] : ['申报']),
    ...(titles.some(({ fields }) => fields.unitId === unit.id) ? ['称号'] : []),
    ...(posts.some(({ fields }) => fields.units?.includes(unit.id) === true) ? ['单位用户'] : []),
    ...(bars === undefined ? [] : ['限制申报的登记']),
    ...(subjects.has(unit.id) ? ['考评周期'] : []),
  ]
}

async function assessedAmong(store: RecordStore, cycles: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await store.getMany('cycle', cycles)
  const subjects = await Promise.all([...found.values()].map(({ state }) => subjectsOf(store, state)))
  return new Set(subjects.flat().map(({ code }) => code))
}
