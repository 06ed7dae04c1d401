import { ApplicationId, MembershipId, RoundId, TitleId, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { MoveLine, MovePlan } from '@anjie/contracts/vocabulary/moves/movePlan'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { quotaId, unitTitleAt } from '@anjie/domain/honours/recordIds'
import { isListedName } from '@anjie/domain/honours/titleHolder'
import { titleKeeper } from '@anjie/domain/honours/titleKeeper'
import { carriedTitle } from '@anjie/domain/moves/carriedTitle'
import { continuedPost } from '@anjie/domain/moves/continuedPost'
import { handedOverPlaces } from '@anjie/domain/moves/handedOverPlaces'
import { movedUnit, type PlaceNames, whyNotMoved } from '@anjie/domain/moves/movedUnit'
import { openInRound } from '@anjie/domain/moves/planCounty'
import { naturalId } from '@anjie/domain/naturalId'
import { foundRows } from '../foundRows.ts'
import { namesInLists } from '../honours/heldTitles.ts'
import { honourNames } from '../people/honourName.ts'
import type { Change, CommandContext, Versioned } from '../ports.ts'
import { closeApplication } from './closeApplication.ts'
import { type Carried, untilWritten } from './untilWritten.ts'

/** A plan with both counties as the register calls them. */
export interface CountyMove {
  readonly plan: MovePlan
  readonly from: PlaceNames
  readonly to: PlaceNames
}

/** Carries out one line of a plan of a county, by what stands there now. */
export function carryLine(context: CommandContext, move: CountyMove, line: MoveLine): Promise<Carried> | Carried {
  switch (line.subject) {
    case 'unit':
      return carryUnit(context, move, line.id)
    case 'application':
      return line.fate === 'closed'
        ? closeApplication(context, ApplicationId.parse(line.id), line.reason)
        : 'passed-over'
    case 'quota':
      return line.fate === 'handed-over' ? handOver(context, move.plan, line.id) : 'passed-over'
    case 'post':
      return line.fate === 'granted' ? continuePost(context, move, line.id) : 'passed-over'
    // Titles go with their units, in the same commit.
    case 'title':
    case 'recheck':
    case 'submission':
      return 'passed-over'
  }
}

/** The number of a unit in the register to which it goes: it follows from its former one, so it goes there once. */
export const newUnitId = (plan: Pick<MovePlan, 'to'>, unitId: string, digest: CommandContext['digest']): UnitId =>
  UnitId.parse(`${plan.to.code}.${naturalId(digest(['moved', unitId]))}`)

function carryUnit(context: CommandContext, { plan, from, to }: CountyMove, id: string): Promise<Carried> {
  const { store, digest, now } = context
  return untilWritten(store, id, async () => {
    const found = await store.get('unit', id)
    if (found === undefined || whyNotMoved(found.state) !== undefined) return []
    const { state: unit, version } = found
    const townshipId = unit.parentId === undefined ? undefined : newUnitId(plan, unit.parentId, digest)
    const township = townshipId === undefined ? undefined : (await store.get('unit', townshipId))?.state
    if (townshipId !== undefined && township === undefined) throw new Error(`the township of ${id} has not moved yet`)
    const newId = newUnitId(plan, id, digest)
    const { on, approvalReference } = plan
    const moved = movedUnit(unit, { from, to, newId, township, on, approvalReference, now })
    const titles = await titlesOf(context, unit)
    return [
      { kind: 'unit', id: unit.id, expectedVersion: version, ...moved.away },
      { kind: 'unit', id: newId, expectedVersion: 0, ...moved.here },
      ...(await titleChanges(context, plan, { ...unit, ...moved.away.next }, titles)),
    ]
  })
}

/** Those that are held or looked into today, by the county's list and the register's names. */
async function titlesOf({ store }: CommandContext, unit: Unit): Promise<readonly TitleId[]> {
  const found = await Promise.all(
    namesInLists(unit).map((name) => foundRows(store, 'title', { stage: 'open', name }, unit.county)),
  )
  const own = found
    .flat()
    .filter(({ title, fields: { unitId, townshipName } }) =>
      unitId === undefined ? isListedName({ unitName: title, townshipName }, unit) : unitId === unit.id,
    )
  return [...new Set(own.map(({ id }) => TitleId.parse(id)))]
}

async function titleChanges(
  { store, now }: CommandContext,
  { approvalReference }: MovePlan,
  { moved, name }: Unit,
  ids: readonly TitleId[],
): Promise<readonly Change[]> {
  if (moved === undefined || ids.length === 0) return []
  const titles = [...(await store.getMany('title', ids)).values()]
  const carried = titles.flatMap(({ state, version }): Change<'title'>[] => {
    const step = carriedTitle(state, moved, approvalReference, now)
    return step === null ? [] : [{ kind: 'title', id: state.id, expectedVersion: version, ...step }]
  })
  // The province's naming asks by this note what a unit holds; those of counties and cities lie with who conferred.
  const notes = new Map(
    titles
      .filter(({ state }) => titleKeeper(state.id) === 'province' && state.source.kind === 'named-here')
      .toSorted((one, other) => one.state.year - other.state.year)
      .map(({ state }) => [unitTitleAt('province', state.honour, moved.unitId), state]),
  )
  const there = await store.getMany('unit-title', [...notes.keys()])
  return [
    ...carried,
    ...[...notes].flatMap(([id, title]): Change<'unit-title'>[] => {
      const note = there.get(id)
      return note?.state.titleId === title.id
        ? []
        : [
            {
              kind: 'unit-title',
              id,
              expectedVersion: note?.version ?? 0,
              next: { titleId: title.id },
              fact: { type: 'UnitTitled', details: { serial: title.serial ?? '', unit: name } },
            },
          ]
    }),
  ]
}

/** What was named for a unit between the moment at which its titles were looked up and its move: it is carried on at the end. */
export async function carryTitlesAfter(context: CommandContext, plan: MovePlan): Promise<void> {
  const { store } = context
  const rows = await foundRows(store, 'title', { stage: 'open' }, plan.from.code)
  const late = rows.filter(
    ({ fields }) => fields.unitId !== undefined && fields.county === plan.from.code && fields.placeNow === undefined,
  )
  const units = await store.getMany('unit', [...new Set(late.flatMap(({ fields }) => fields.unitId ?? []))])
  for (const { id, fields } of late) {
    const unit: Versioned<Unit> | undefined = units.get(fields.unitId ?? '')
    if (unit?.state.moved === undefined) continue
    await untilWritten(store, id, () => titleChanges(context, plan, unit.state, [TitleId.parse(id)]))
  }
}

function handOver(context: CommandContext, plan: MovePlan, roundId: string): Promise<Carried> {
  const { store, now } = context
  return untilWritten(store, roundId, async () => {
    const id = quotaId({ id: RoundId.parse(roundId) }, plan.from.code)
    const [quota, round, open] = await Promise.all([
      store.get('quota', id),
      store.get('round', roundId),
      foundRows(store, 'application', { stage: 'open', group: roundId }, plan.from.code),
    ])
    if (quota === undefined || round === undefined) return []
    const step = handedOverPlaces(
      round.state,
      quota.state,
      { from: plan.from, to: plan.to, open: openInRound(open, roundId) },
      plan.approvalReference,
      now,
    )
    return step === null ? [] : [{ kind: 'quota', id, expectedVersion: quota.version, ...step }]
  })
}

function continuePost(context: CommandContext, { to }: CountyMove, id: string): Promise<Carried> {
  const { store, digest, now } = context
  return untilWritten(store, id, async () => {
    const found = await store.get('membership', id)
    if (found === undefined) return []
    const newId = MembershipId.parse(`${to.county}.${naturalId(digest(['moved', id]))}`)
    const units = await store.getMany('unit', found.state.units?.map((unit) => unit.id) ?? [])
    const step = continuedPost(
      found.state,
      to,
      newId,
      (unit) => units.get(unit)?.state.moved?.unitId,
      await honourNames(context, found.state.honours),
      now,
    )
    if (step === null) return []
    return [
      { kind: 'membership', id: found.state.id, expectedVersion: found.version, ...step.former },
      { kind: 'membership', id: newId, expectedVersion: 0, ...step.granted },
    ]
  })
}
