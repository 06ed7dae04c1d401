import { beijingDate } from '@anjie/calendar-cn'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { RoundId } from '@anjie/contracts/vocabulary/ids'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { MovePlan } from '@anjie/contracts/vocabulary/moves/movePlan'
import { quotaId } from '@anjie/domain/honours/recordIds'
import type { PlaceNames } from '@anjie/domain/moves/movedUnit'
import type { CountySurroundings } from '@anjie/domain/moves/planCounty'
import { foundRows } from '../foundRows.ts'
import type { QueryContext } from '../ports.ts'

/** A county with the names that its units bear. */
export function placeNames(tree: DivisionTree, code: string): PlaceNames {
  const county = tree.counties.find((each) => each.code === code)
  if (county === undefined) throw new Error(`there is no county ${code}`)
  return {
    county: county.code,
    countyName: county.name,
    cityName: tree.cities.find((city) => city.code === county.city)?.name ?? '',
  }
}

/** By their codes, those of counties, cities and the province. */
export function divisionNames(tree: DivisionTree): (code: string) => string {
  const names = new Map<string, string>(
    [tree.province, ...tree.cities, ...tree.counties].map(({ code, name }) => [code, name]),
  )
  return (code) => names.get(code) ?? code
}

const isCurrent = ({ status }: ListRowOf<'unit'>): boolean => status === 'current'

/** What a plan of a county is drawn up from: its own lists, those of a county that ceased grow no more. */
export async function countySurroundings(
  { store, now }: Pick<QueryContext, 'store' | 'now'>,
  tree: DivisionTree,
  plan: Pick<MovePlan, 'on' | 'isWhole' | 'from' | 'to'>,
): Promise<CountySurroundings> {
  const [from, to] = [placeNames(tree, plan.from.code), placeNames(tree, plan.to.code)]
  const today = beijingDate(now)
  const open = { stage: 'open' } as const
  const [units, unitsThere, titles, applications, rechecks, submissions, posts, rounds] = await Promise.all([
    store.listOfCounty('unit', from.county),
    store.listOfCounty('unit', to.county),
    foundRows(store, 'title', open, from.county),
    foundRows(store, 'application', open, from.county),
    foundRows(store, 'recheck', open, from.county),
    foundRows(store, 'submission', open, from.county),
    foundRows(store, 'membership', open, from.county),
    store.listProvincial('round'),
  ])
  const running = rounds.filter(
    ({ id, fields }) => fields.closesOn >= today || applications.some((row) => row.fields.roundId === id),
  )
  const idOf = (id: string): string => quotaId({ id: RoundId.parse(id) }, from.county)
  const quotas = await store.getMany(
    'quota',
    running.map(({ id }) => idOf(id)),
  )
  return {
    plan,
    from,
    to,
    units: units.filter(isCurrent),
    unitsThere: unitsThere.filter(isCurrent),
    // What already goes on there stands in its lists too.
    titles: titles.filter(({ fields }) => fields.county === from.county && fields.placeNow === undefined),
    applications: applications.filter(({ fields }) => cityCodeOf(fields.county) === cityCodeOf(from.county)),
    rechecks,
    submissions,
    posts,
    rounds: running.map(({ id, title }) => ({ id, name: title, quota: quotas.get(idOf(id))?.state })),
    nameOf: divisionNames(tree),
    today,
  }
}
