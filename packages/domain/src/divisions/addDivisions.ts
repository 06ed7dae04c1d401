import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { divisionFault } from './divisionFault.ts'

/** What a list adds to a tree: cities, counties, names of before, and what came of counties of before. */
export interface DivisionAdditions {
  readonly cities: DivisionTree['cities']
  readonly counties: readonly Omit<DivisionTree['counties'][number], 'validFrom' | 'validTo'>[]
  readonly successors: NonNullable<DivisionTree['successors']>
}

type Named = DivisionTree['cities'][number] | DivisionTree['counties'][number]
const MOST_FORMER_NAMES = 10
type Fault = NonNullable<Problem['errors']>[number]

/**
 * 按名单补充行政区划: adds what the tree does not have. A place that is there keeps its name and gains names of before; nothing is
 * renamed, moved or ended by a list, because each of those is a change with an approval of its own.
 */
export function addDivisions(
  tree: DivisionTree,
  additions: DivisionAdditions,
): Result<Decision<DivisionTree, 'DivisionsAdded'>, Problem> {
  const faults = [
    ...otherNames(tree.cities, additions.cities, 'cities'),
    ...otherNames(tree.counties, additions.counties, 'counties'),
  ]
  const [first] = faults
  if (first !== undefined)
    return err({ code: 'invalid-input', detail: first.detail, pointer: first.pointer, errors: faults })
  const cities = together(tree.cities, additions.cities)
  const counties = together(tree.counties, additions.counties)
  const successors = additions.successors.filter((line) => !(tree.successors ?? []).some((each) => isSame(each, line)))
  if (cities.changed + counties.changed + successors.length === 0)
    return err({ code: 'invalid-input', detail: '名单里的市、县和沿革都已经有了，没有可补充的' })
  const crowded = [...cities.all, ...counties.all].find(
    ({ formerNames = [] }) => formerNames.length > MOST_FORMER_NAMES,
  )
  if (crowded !== undefined)
    return err({ code: 'invalid-input', detail: `“${crowded.name}”的曾用名超过${MOST_FORMER_NAMES}个，请只留用过的` })
  const allSuccessors = [...(tree.successors ?? []), ...successors]
  const next: DivisionTree = {
    ...tree,
    cities: cities.all,
    counties: counties.all,
    ...(allSuccessors.length === 0 ? {} : { successors: allSuccessors }),
  }
  const fault = divisionFault(next)
  if (fault !== null) return err({ code: 'invalid-input', detail: `${fault}；请改正名单`, pointer: '/counties' })
  return ok({
    next,
    fact: {
      type: 'DivisionsAdded',
      details: {
        cities: String(cities.changed),
        counties: String(counties.changed),
        successors: String(successors.length),
      },
    },
  })
}

const isSame = (
  one: DivisionAdditions['successors'][number],
  other: DivisionAdditions['successors'][number],
): boolean => one.from === other.from && one.to === other.to && one.on === other.on

function otherNames(known: readonly Named[], listed: readonly Named[], field: string): Fault[] {
  const names = new Map<string, string>(known.map(({ code, name }) => [code, name]))
  return listed.flatMap(({ code, name }, at) => {
    const now = names.get(code)
    return now === undefined || now === name
      ? []
      : [{ pointer: `/${field}/${at}/name`, detail: `${code}现为“${now}”，名单写“${name}”；改名请登记区划变更` }]
  })
}

/** Places by code, the new ones among those that are there, with the names of before of both. */
function together<T extends Named>(known: readonly T[], listed: readonly T[]): { all: T[]; changed: number } {
  const places = new Map<string, T>(known.map((place) => [place.code, place]))
  let changed = 0
  for (const place of listed) {
    const there = places.get(place.code)
    const names = [...new Set([...(there?.formerNames ?? []), ...(place.formerNames ?? [])])].filter(
      (name) => name !== place.name,
    )
    if (there !== undefined && names.length === (there.formerNames ?? []).length) continue
    changed += 1
    const { formerNames: _before, ...own } = there ?? place
    places.set(place.code, { ...own, ...(names.length === 0 ? {} : { formerNames: names }) } as T)
  }
  return { all: [...places.values()].toSorted((one, other) => (one.code < other.code ? -1 : 1)), changed }
}
