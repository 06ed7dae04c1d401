import { beijingDate } from '@anjie/calendar-cn'
import { RoundId } from '@anjie/contracts/vocabulary/ids'
import type { MovePlan } from '@anjie/contracts/vocabulary/moves/movePlan'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { slotId } from '@anjie/domain/honours/recordIds'
import { postRoles } from '@anjie/domain/moves/openCases'
import type { TownshipSurroundings } from '@anjie/domain/moves/planTownship'
import { foundRows } from '../foundRows.ts'
import { namesInLists } from '../honours/heldTitles.ts'
import type { QueryContext } from '../ports.ts'
import { unitsBelow } from '../units/unitsBelow.ts'
import { divisionNames, placeNames } from './countySurroundings.ts'

/** What a plan of a township is drawn up from. Its applications are found by the slots that it holds, because a list may lag. */
export async function townshipSurroundings(
  { store, now, divisions }: Pick<QueryContext, 'store' | 'now' | 'divisions'>,
  plan: Pick<MovePlan, 'on'>,
  township: Unit,
  successor: Unit,
): Promise<TownshipSurroundings> {
  const tree = await divisions()
  const [below, titles, titlesThere, applications, rechecks, submissions, posts, rounds] = await Promise.all([
    unitsBelow(store, township),
    titlesOf(store, township),
    titlesOf(store, successor),
    foundRows(store, 'application', { stage: 'open' }),
    foundRows(store, 'recheck', { stage: 'open' }),
    foundRows(store, 'submission', { stage: 'open' }),
    foundRows(store, 'membership', { stage: 'open' }),
    store.listFrame('round'),
  ])
  const slots = await store.getMany(
    'application-slot',
    rounds.map(({ id }) => slotId({ id: RoundId.parse(id) }, township)),
  )
  const held = new Set([...slots.values()].flatMap(({ state }) => state.applicationId ?? []))
  const ownUlid = township.id.slice(township.id.indexOf('.') + 1)
  return {
    plan,
    township,
    successor,
    below: below.map(({ state }) => state),
    titles,
    titlesThere,
    applications: applications.filter(({ id, fields }) => held.has(id) || fields.unitId === township.id),
    rechecks: rechecks.filter(({ fields }) => fields.unitId === township.id),
    submissions: submissions.filter(({ id }) => id.includes(`.${ownUlid}-`)),
    posts: posts.filter(({ fields }) => fields.units?.includes(township.id) === true),
    held: postRoles(posts, beijingDate(now)),
    countyName: placeNames(tree, township.county).countyName,
    nameOf: divisionNames(tree),
  }
}

async function titlesOf(store: QueryContext['store'], unit: Unit) {
  const found = await Promise.all(
    namesInLists(unit).map((name) => foundRows(store, 'title', { stage: 'open', name }, unit.county)),
  )
  return [...new Map(found.flat().map((row) => [row.id, row])).values()].filter(
    ({ fields }) => (fields.unitId ?? unit.id) === unit.id && fields.unitKind === unit.kind,
  )
}
