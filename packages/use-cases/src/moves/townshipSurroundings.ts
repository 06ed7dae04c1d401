import { beijingDate } from '@anjie/calendar-cn'
import type { MovePlan } from '@anjie/contracts/vocabulary/moves/movePlan'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { postRoles } from '@anjie/domain/moves/openCases'
import type { TownshipSurroundings } from '@anjie/domain/moves/planTownship'
import { foundRows } from '../foundRows.ts'
import { namesInLists } from '../honours/heldTitles.ts'
import type { QueryContext } from '../ports.ts'
import { divisionNames, placeNames } from './countySurroundings.ts'

/** What a plan of a township is drawn up from: its county's lists, whoever looks, because another level confirms what the county drew up. */
export async function townshipSurroundings(
  { store, now, divisions }: Pick<QueryContext, 'store' | 'now' | 'divisions'>,
  plan: Pick<MovePlan, 'on'>,
  township: Unit,
  successor: Unit,
): Promise<TownshipSurroundings> {
  const { id, county } = township
  const open = { stage: 'open' } as const
  const tree = await divisions()
  const [units, titles, titlesThere, applications, rechecks, submissions, posts] = await Promise.all([
    store.listOfCounty('unit', county),
    titlesOf(store, township),
    titlesOf(store, successor),
    foundRows(store, 'application', open, county),
    foundRows(store, 'recheck', open, county),
    foundRows(store, 'submission', open, county),
    foundRows(store, 'membership', open, county),
  ])
  const ownUlid = id.slice(id.indexOf('.') + 1)
  return {
    plan,
    township,
    successor,
    below: units.filter(({ status, fields }) => status === 'current' && fields.parentId === id),
    titles,
    titlesThere,
    applications: applications.filter(({ fields }) => fields.unitId === id),
    rechecks: rechecks.filter(({ fields }) => fields.unitId === id),
    submissions: submissions.filter((row) => row.id.includes(`.${ownUlid}-`)),
    posts: posts.filter(({ fields }) => fields.units?.includes(id) === true),
    held: postRoles(posts, beijingDate(now)),
    countyName: placeNames(tree, county).countyName,
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
